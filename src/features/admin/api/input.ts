import type { z } from "zod";
import { apiError, type CatalogueError } from "../../../errors/catalogue-error.ts";
import { unknownFields } from "../../../errors/field-messages.ts";
import { inputMessage, oneOfMessage } from "../../../errors/input-messages.ts";
import { isClientId } from "../../../protocol/registration/client-id.ts";
import type { Call } from "../../../web/call.ts";

interface Named {
  readonly path: string;
  readonly names: readonly string[];
}

type Given = Readonly<Record<string, unknown>>;

/** The parts that a path names: `user_id` in `/api/admin/users/:user_id`. */
export function pathNames(path: string): readonly string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
}

/** Texts as they are, a person's number as a number; an id that nothing can have is unknown. */
function pathValue(call: Call, name: string): string | number {
  const text = call.part(name) ?? "";
  if (name === "client_id" && !isClientId(text)) throw apiError("resource_not_found", "client_unknown");
  if (name !== "user_id") return text;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw apiError("resource_not_found", "user_unknown");
  return Number(text);
}

function pathValues(call: Call, path: string): Given {
  return Object.fromEntries(pathNames(path).map((name) => [name, pathValue(call, name)]));
}

function sentenceOf(issue: z.core.$ZodIssue, given: Given): string {
  const [name] = issue.path;
  if (name !== undefined && !Object.hasOwn(given, name)) return inputMessage("missing");
  if (issue.code === "invalid_value") return oneOfMessage(issue.values.map(String));
  return inputMessage(issue.code === "invalid_type" ? issue.expected : issue.message);
}

/** Several fields at once, each with all that is wrong with it. */
function refusal({ issues }: z.core.$ZodError, given: Given): CatalogueError {
  const byField = Map.groupBy(issues, ({ path }) => String(path[0] ?? "query"));
  const told = [...byField].map(([field, found]) => {
    return [field, [...new Set(found.map((issue) => sentenceOf(issue, given)))]] as const;
  });
  return fieldsRefused(Object.fromEntries(told));
}

export function fieldsRefused(fields: Readonly<Record<string, readonly string[]>>): CatalogueError {
  return apiError("validation_error", "field_invalid", {}, { fields });
}

function parsed<Input extends z.ZodType>(schema: Input, given: Given): z.output<Input> {
  const read = schema.safeParse(given);
  if (!read.success) throw refusal(read.error, given);
  return read.data;
}

/** What else the query holds is harmless (contract §6); an empty value counts as none. */
export function readQuery<Input extends z.ZodType>(
  call: Call,
  schema: Input,
  { path, names }: Named,
): z.output<Input> {
  const inPath = pathValues(call, path);
  const given = names.flatMap((name) => {
    const value = call.query(name)?.trim();
    return value === undefined || value === "" ? [] : [[name, value] as const];
  });
  return parsed(schema, { ...Object.fromEntries(given), ...inPath });
}

/** The path says what it is about; a body cannot say otherwise. */
export function readBody<Input extends z.ZodType>(
  call: Call,
  body: ReadonlyMap<string, unknown>,
  schema: Input,
  { path, names }: Named,
): z.output<Input> {
  const inPath = pathValues(call, path);
  const known = names.filter((name) => !Object.hasOwn(inPath, name));
  const unknown = unknownFields([...body.keys()].filter((name) => !known.includes(name)));
  if (unknown.length > 0) {
    const fields = Object.fromEntries(unknown);
    throw apiError("validation_error", "field_unknown", { fields: known.join(", ") }, { fields });
  }
  return parsed(schema, { ...Object.fromEntries(body), ...inPath });
}
