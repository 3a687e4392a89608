import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import { rowLine, type Value } from "./row-line.ts";
import { importSetting, type MovedTable } from "./tables.ts";

type Row = Readonly<Record<string, Value>>;

/** Rows in memory at once. */
const portion = 1_000;

/** The lines of a table's rows in portions, each found by its key where the one before ended. */
export async function* tableLines(
  db: Db,
  { name, key }: MovedTable,
  columns: readonly string[],
): AsyncGenerator<string[]> {
  let after: readonly Value[] | undefined;
  for (;;) {
    const { rows } = await sql<Row>`
      select ${refs(columns)} from ${sql.table(name)} where ${beyond(key, after)} order by ${refs(key)} limit ${portion}
    `.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    const kept = name === "settings" ? rows.filter((row) => row["name"] !== importSetting) : rows;
    yield kept.map((row) => rowLine(name, valuesOf(row, columns)));
    if (rows.length < portion) return;
    after = valuesOf(last, key);
  }
}

function valuesOf(row: Row, columns: readonly string[]): Value[] {
  return columns.map((column) => row[column] ?? null);
}

function refs(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

function beyond(key: readonly string[], after: readonly Value[] | undefined): RawBuilder<unknown> {
  return after === undefined ? sql`1 = 1` : sql`(${refs(key)}) > (${sql.join(after)})`;
}
