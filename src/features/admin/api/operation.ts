import type { z } from "zod";
import type { AdminAnswer, AdminCall } from "../../../web/admin-call.ts";
import type { Call } from "../../../web/call.ts";
import type { DescribedCall } from "../../../web/described-call.ts";
import { type Act, carryOut } from "../acts/act.ts";
import type { Operation as StartedWith } from "../operation/settings.tsx";
import { pathNames, readBody, readQuery } from "./input.ts";

export interface OperationDeps {
  readonly mailQueued: () => void;
  readonly operation: StartedWith;
}

/** One row of the management API: what is served, and all that its description says. */
export interface Operation extends DescribedCall {
  readonly group: "users" | "applications" | "approvals" | "scopes" | "maintenance" | "audit" | "operation";
  readonly method: "GET" | "POST";
  readonly path: `/api/admin/${string}`;
  readonly role: "admin" | "super-admin";
  /** What it does; undefined where it only looks. */
  readonly act?: object;
  /** Asks for a sign-in of a short time ago: of everybody, or for some of what it is asked to do. */
  readonly proof: "never" | "always" | "sometimes";
  answer(request: AdminCall, deps: OperationDeps): Promise<AdminAnswer>;
}

type Described = Pick<Operation, "id" | "group" | "path" | "summary">;

interface Reading<Input extends z.ZodType, Output extends z.ZodObject> extends Described {
  /** What the query and the path may name. */
  readonly names: readonly (keyof z.input<Input> & string)[];
  readonly input: Input;
  readonly output: Output;
  read(call: Call, input: z.output<Input>, deps: OperationDeps): Promise<z.output<Output>>;
}

const json = "application/json";
const scopes = ["admin"];

const fresh = "the token has to come of a sign-in of the last five minutes (`prompt=login`)";
const proofs = {
  never: "",
  sometimes: ` For what is dangerous ${fresh}.`,
  always: ` It is dangerous: ${fresh}.`,
} as const satisfies Record<Operation["proof"], string>;

function descriptionOf(role: Operation["role"], proof: Operation["proof"]): string {
  const person = role === "admin" ? "an admin" : "a super-admin";
  return `The person behind the token must be ${person}.${proofs[proof]}`;
}

/** An operation that only looks. */
export function reading<Input extends z.ZodType, Output extends z.ZodObject>({
  read,
  ...row
}: Reading<Input, Output>): Operation {
  return {
    ...row,
    ...{ method: "GET", role: "admin", proof: "never", scopes, mediaType: json, status: 200 },
    description: descriptionOf("admin", "never"),
    answer: async ({ call }, deps) => ({
      status: 200,
      body: await read(call, readQuery(call, row.input, row), deps),
    }),
  };
}

interface Acting<Input extends z.ZodObject, Result> extends Described {
  readonly act: Act<Input, Result>;
}

/** What every operation has that carries out an act of the console. */
function acting<Input extends z.ZodObject, Result>({ act, ...row }: Acting<Input, Result>) {
  const names = Object.keys(act.input.shape);
  const inPath = pathNames(row.path);
  const hasBody = names.some((name) => !inPath.includes(name));
  const { dangerous, role, input } = act;
  const proof: Operation["proof"] =
    typeof dangerous === "function" ? "sometimes" : dangerous ? "always" : "never";
  const described = {
    ...row,
    ...{ act, role, input, names, proof, scopes },
    method: "POST",
    description: descriptionOf(role, proof),
  } as const;
  const carriedOut = async ({ call, json, write }: AdminCall) => {
    const given = hasBody ? await json() : new Map<string, unknown>();
    const read = readBody(call, given, input, { path: row.path, names });
    const result = await write((holder) => carryOut(call, { ...holder, via: "api" }, act, read));
    return { input: read, result };
  };
  return { described, carriedOut };
}

interface Doing<Input extends z.ZodObject, Result, Output extends z.ZodObject> extends Acting<Input, Result> {
  readonly output: Output;
  readonly status?: 200 | 201;
  /** What to answer when it is done; throws for what a form would be shown again for, of which nothing is stored. */
  done(call: Call, input: z.output<Input>, result: Result, deps: OperationDeps): Promise<z.output<Output>>;
}

/** An operation that carries out an act of the console. */
export function doing<Input extends z.ZodObject, Result, Output extends z.ZodObject>({
  done,
  output,
  status = 200,
  ...row
}: Doing<Input, Result, Output>): Operation {
  const { described, carriedOut } = acting(row);
  return {
    ...described,
    ...{ output, status, mediaType: json },
    answer: async (request, deps) => {
      const { input, result } = await carriedOut(request);
      return { status, body: await done(request.call, input, result, deps) };
    },
  };
}

interface Downloading<Input extends z.ZodObject, Result> extends Acting<Input, Result> {
  readonly output: z.ZodString;
  download(call: Call, result: Result): AdminAnswer;
}

/** The same where a file is the answer. */
export function downloading<Input extends z.ZodObject, Result>({
  download,
  output,
  ...row
}: Downloading<Input, Result>): Operation {
  const { described, carriedOut } = acting(row);
  return {
    ...described,
    ...{ output, status: 200, mediaType: "text/csv" },
    answer: async (request) => download(request.call, (await carriedOut(request)).result),
  };
}
