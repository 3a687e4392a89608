import { type RawBuilder, sql } from "kysely";
import type { PersonDataStore, ToldPage, ToldRecord } from "../../port/person-data.ts";
import { fromWords } from "../columns.ts";
import type { Db } from "../database.ts";
import type { How, LeftOut } from "./rule.ts";
import { rules } from "./rules.ts";

/** A section whose table is known by its name only. */
interface TableSection {
  readonly table: string;
  readonly name: string;
  readonly whose: (userId: number) => RawBuilder<boolean>;
  readonly key: RawBuilder<string>;
  readonly columns: Readonly<Record<string, How | LeftOut>>;
}

const all: readonly TableSection[] = Object.entries(rules).flatMap(([table, rule]) =>
  "because" in rule ? [] : rule.map((section) => ({ ...section, table })),
);
const byName = new Map(all.map((section) => [section.name, section]));

function toldColumns({ columns }: TableSection): readonly (readonly [string, How])[] {
  return Object.entries(columns).flatMap(([name, how]) => (typeof how === "string" ? [[name, how]] : []));
}

function reasons(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [table, rule] of Object.entries(rules)) if ("because" in rule) found[table] = rule.because;
  for (const section of all)
    for (const [name, how] of Object.entries(section.columns))
      if (typeof how !== "string") found[`${section.name}.${name}`] = how.because;
  return found;
}

const leftOut = reasons();

const readers: { readonly [H in How]: (value: string | number) => unknown } = {
  plain: (value) => value,
  moment: (value) => new Date(Number(value)).toISOString(),
  flag: (value) => value === 1,
  words: (value) => fromWords(String(value)),
  json: (value) => JSON.parse(String(value)) as unknown,
};

type Row = Readonly<Record<string, string | number | null>>;

function told(section: TableSection, row: Row): ToldRecord {
  const entries = toldColumns(section).map(([name, how]) => {
    const value = row[name];
    return [name, value == null ? null : readers[how](value)];
  });
  return Object.fromEntries(entries) as ToldRecord;
}

async function page(db: Db, name: string, userId: number, limit: number, after?: string): Promise<ToldPage> {
  const section = byName.get(name);
  if (!section) throw new Error(`No section ${name}`);
  const { table, whose, key } = section;
  const columns = [...toldColumns(section).map(([column]) => sql.ref(column)), sql`${key} as row_key`];
  const later = after === undefined ? sql`` : sql` and ${key} > ${after}`;
  const { rows } = await sql<Row>`select ${sql.join(columns)} from ${sql.table(table)}
    where ${whose(userId)}${later} order by ${key} limit ${limit}`.execute(db);
  const last = rows.length < limit ? undefined : rows.at(-1)?.["row_key"];
  return { records: rows.map((row) => told(section, row)), next: last == null ? undefined : String(last) };
}

export function personDataStore(db: Db): PersonDataStore {
  return {
    sections: [...byName.keys()],
    leftOut,
    page: (section, userId, limit, after) => page(db, section, userId, limit, after),
  };
}
