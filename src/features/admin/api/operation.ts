import type { z } from "zod";
import type { AdminCall } from "../../../web/admin-call.ts";
import type { Call } from "../../../web/call.ts";
import { type Act, carryOut } from "../acts/act.ts";
import { pathNames, readBody, readQuery } from "./input.ts";

export type Fields = Readonly<Record<string, unknown>>;

export interface OperationDeps {
  readonly mailQueued: () => void;
}

/** One row of the management API: what is served, and all that its description says. */
export interface Operation {
  readonly id: string;
  readonly group: "users" | "applications" | "approvals" | "scopes" | "maintenance" | "audit";
  readonly method: "GET" | "POST";
  /** As Hono writes patterns; its parts bear the names that the input has for them. */
  readonly path: `/api/admin/${string}`;
  readonly summary: string;
  readonly role: "admin" | "super-admin";
  /** Of the query where it reads, else of the body; what the path names is among it. */
  readonly input: z.ZodType;
  readonly names: readonly string[];
  readonly output: z.ZodObject;
  readonly status: 200 | 201;
  answer(request: AdminCall, deps: OperationDeps): Promise<Fields>;
}

type Described = Pick<Operation, "id" | "group" | "path" | "summary">;

interface Reading<Input extends z.ZodType, Output extends z.ZodObject> extends Described {
  /** What the query and the path may name. */
  readonly names: readonly (keyof z.input<Input> & string)[];
  readonly input: Input;
  readonly output: Output;
  read(call: Call, input: z.output<Input>): Promise<z.output<Output>>;
}

/** An operation that only looks. */
export function reading<Input extends z.ZodType, Output extends z.ZodObject>({
  read,
  ...row
}: Reading<Input, Output>): Operation {
  return {
    ...row,
    ...{ method: "GET", role: "admin", status: 200 },
    answer: async ({ call }) => read(call, readQuery(call, row.input, row)),
  };
}

interface Doing<Input extends z.ZodObject, Result, Output extends z.ZodObject> extends Described {
  readonly act: Act<Input, Result>;
  readonly output: Output;
  readonly status?: 200 | 201;
  /** What to answer when it is done; throws for what a form would be shown again for, of which nothing is stored. */
  done(call: Call, input: z.output<Input>, result: Result, deps: OperationDeps): Promise<z.output<Output>>;
}

/** An operation that carries out an act of the console. */
export function doing<Input extends z.ZodObject, Result, Output extends z.ZodObject>({
  act,
  done,
  status = 200,
  ...row
}: Doing<Input, Result, Output>): Operation {
  const names = Object.keys(act.input.shape);
  const inPath = pathNames(row.path);
  const hasBody = names.some((name) => !inPath.includes(name));
  return {
    ...row,
    ...{ method: "POST", role: act.role, input: act.input, names, status },
    answer: async ({ call, json, write }, deps) => {
      const given = hasBody ? await json() : new Map<string, unknown>();
      const input = readBody(call, given, act.input, { path: row.path, names });
      const result = await write((all, actor) => carryOut(call, { all, actor, via: "api" }, act, input));
      return done(call, input, result, deps);
    },
  };
}
