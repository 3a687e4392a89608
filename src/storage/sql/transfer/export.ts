import { randomUUID } from "node:crypto";
import type { Engine } from "../engine/engine.ts";
import { appliedMigrations } from "../migrate.ts";
import { columnsOf, type ExportHeader, exportVersion, type Totals } from "./format.ts";
import { tableLines } from "./read-table.ts";
import { RowSum } from "./row-line.ts";
import { movedTables } from "./tables.ts";

export interface Exported {
  readonly totals: Totals;
  readonly rows: number;
}

/**
 * Writes everything that is committed at one moment as lines of JSON: a header, the rows, and a trailer with what must have
 * come in between. `write` may take its time: no more than one portion of rows is in memory.
 */
export function exportTo(
  engine: Engine,
  secretKeys: readonly string[],
  now: number,
  write: (text: string) => Promise<void>,
): Promise<Exported> {
  return engine.snapshot(async (db) => {
    const tables = Object.fromEntries(
      await Promise.all(movedTables.map(async ({ name }) => [name, await columnsOf(engine, db, name)])),
    );
    const header: ExportHeader = {
      format: "mubarokah-id",
      version: exportVersion,
      id: randomUUID(),
      created_at: new Date(now).toISOString(),
      migrations: await appliedMigrations(engine, db),
      secret_keys: [...secretKeys],
      tables,
    };
    await write(`${JSON.stringify(header)}\n`);
    const totals: Record<string, Totals[string]> = {};
    for (const table of movedTables) {
      const sum = new RowSum();
      for await (const lines of tableLines(db, table, tables[table.name])) {
        for (const line of lines) sum.add(line);
        if (lines.length > 0) await write(`${lines.join("\n")}\n`);
      }
      totals[table.name] = sum.total;
    }
    await write(`${JSON.stringify({ totals })}\n`);
    return { totals, rows: Object.values(totals).reduce((all, { rows }) => all + rows, 0) };
  });
}
