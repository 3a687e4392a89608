import type { How, LeftOut } from "../../src/storage/sql/person/rule.ts";
import { rules } from "../../src/storage/sql/person/rules.ts";
import { movedTables } from "../../src/storage/sql/transfer/tables.ts";
import type { TestDatabase } from "./database.ts";

export type Value = string | number | null;
export type PersonRow = Readonly<Record<string, Value>>;

/** Columns for numbers that are neither moments nor flags. */
const numbers = new Set(["counter", "attempts", "last_step", "access_token_ttl", "refresh_token_ttl"]);

type Columns = Readonly<Record<string, How | LeftOut>>;

export interface PersonSection {
  readonly name: string;
  readonly columns: Columns;
}

/** What is told of a table, if anything. */
export function sectionsOf(table: string): readonly PersonSection[] {
  const rule: LeftOut | readonly PersonSection[] | undefined = rules[table as keyof typeof rules];
  if (rule === undefined) throw new Error(`Nobody has said what of ${table} is told to a person`);
  return "because" in rule ? [] : rule;
}

/** A value that shows in a file which column it came from. */
function valueFor(mark: string, table: string, column: string, how: How | LeftOut, index: number): Value {
  if (numbers.has(column)) return 700 + index;
  if (how === "moment") return 1_500_000_000_000 + index * 86_400_000;
  if (how === "flag") return 1;
  const said = typeof how === "string" ? "told" : "kept";
  const text = `${mark}-${said}-${table}.${column}`;
  return how === "json" ? JSON.stringify({ text }) : text;
}

/** What a person reads in place of a stored value. */
export function toldValue(how: How, value: Value): unknown {
  if (value === null || how === "plain") return value;
  if (how === "moment") return new Date(Number(value)).toISOString();
  if (how === "flag") return value === 1;
  return how === "words" ? [value] : JSON.parse(String(value));
}

/** Rows of one person that cannot be made up column by column: they refer to one another. */
function given(mark: string, userId: number): Readonly<Record<string, readonly PersonRow[]>> {
  const client_id = `${mark}-told-clients.id`;
  const email = `${mark}-told-users.email`;
  const authorization_id = `${mark}-told-authorizations.id`;
  const issued = { client_id, authorization_id, user_id: userId };
  return {
    clients: [{ owner_id: userId, status: "active" }],
    client_secrets: [{ client_id }],
    approvals: [{ client_id }],
    consents: [{ client_id, user_id: userId }],
    authorizations: [{ client_id, user_id: userId }],
    authorization_codes: [issued],
    access_tokens: [issued],
    refresh_tokens: [issued],
    browsers: [{}],
    sessions: [{ user_id: userId, browser_id: `${mark}-kept-browsers.id` }],
    messages: [{ recipient: email }],
    testers: [
      { client_id, kind: "email", value: email },
      { client_id, kind: "phone", value: "+6281" },
    ],
    pictures: [
      { user_id: userId, client_id: null },
      { name: `${mark}-logo`, user_id: null, client_id },
    ],
    audit_log: [
      { actor_id: userId, target_kind: "client" },
      {
        ...{ id: `${mark}-second`, actor_id: 1, ip: "192.0.2.9", request_id: "somebody-elses" },
        ...{ target_kind: "user", target_id: String(userId) },
      },
    ],
  };
}

function rowOf(mark: string, table: string, known: PersonRow): PersonRow {
  const [section] = sectionsOf(table);
  const columns = Object.entries(section?.columns ?? {});
  const made = columns.map(([name, how], index) => [name, valueFor(mark, table, name, how, index)] as const);
  return { ...Object.fromEntries(made), ...known };
}

/** Puts something into every column of every table that may be about a person. Resolves to the rows by table. */
export async function fillForPerson(
  database: TestDatabase,
  mark: string,
  userId: number,
): Promise<ReadonlyMap<string, readonly PersonRow[]>> {
  const all = new Map<string, readonly PersonRow[]>();
  const known = given(mark, userId);
  const email = `${mark}-told-users.email`;
  const active = { id: userId, email, email_key: email, role: "user", status: "active", locale: "en" };
  for (const { name: table } of movedTables) {
    if (sectionsOf(table).length === 0) continue;
    const rows =
      table === "users"
        ? [rowOf(mark, table, active)]
        : (known[table] ?? [{ user_id: userId }]).map((row) => rowOf(mark, table, row));
    for (const row of rows) await (table === "users" ? change(database, row) : insert(database, table, row));
    all.set(table, rows);
  }
  return all;
}

/** Null goes in as the word: the statements of tests take no nulls. */
function places(row: PersonRow): { readonly text: string[]; readonly values: (string | number)[] } {
  const values = Object.values(row);
  return {
    text: values.map((value) => (value === null ? "null" : "?")),
    values: values.filter((value) => value !== null),
  };
}

async function insert(database: TestDatabase, table: string, row: PersonRow): Promise<void> {
  const { text, values } = places(row);
  const names = Object.keys(row).join(", ");
  await database.sql(`insert into ${table} (${names}) values (${text.join(", ")})`, ...values);
}

async function change(database: TestDatabase, row: PersonRow): Promise<void> {
  const { text, values } = places(row);
  const sets = Object.keys(row).map((name, index) => `${name} = ${text[index]}`);
  await database.sql(`update users set ${sets.join(", ")} where id = ?`, ...values, row["id"] ?? 0);
}
