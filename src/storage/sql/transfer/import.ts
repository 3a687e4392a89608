import { sql } from "kysely";
import type { Db } from "../database.ts";
import type { Engine } from "../engine/engine.ts";
import { appliedMigrations } from "../migrate.ts";
import { columnsOf, type ExportHeader, type Totals, TransferError } from "./format.ts";
import { type Progress, readProgress, writeProgress } from "./progress.ts";
import { type Checked, compare, type ExportRow, type OpenExport, rowsOf } from "./read-export.ts";
import { tableLines } from "./read-table.ts";
import { RowSum, type Value } from "./row-line.ts";
import { movedTables } from "./tables.ts";

export interface Imported {
  /** "before": this very export is in the database since an earlier import; nothing was done. */
  readonly when: "now" | "before";
  readonly rows: number;
}

/** Parameters of one statement: both databases take more, and it is done well within their patience. */
const parametersAtOnce = 5_000;

/**
 * Brings a checked export into an empty database of the same migrations. Each batch of rows is stored together with how far
 * it has come, so that an import that was killed goes on where it was; at the end everything is read back and compared.
 */
export async function importFrom(
  engine: Engine,
  { header, totals, rows }: Checked,
  open: OpenExport,
  told: (rows: number) => void,
): Promise<Imported> {
  await fits(engine, header);
  const begun = await engine.write((db) => begin(db, header.id));
  if (begun.finished) return { when: "before", rows };
  for await (const batch of batchesOf(rowsOf(open, begun.rows), header)) {
    await engine.write(async (db) => {
      const progress = await readProgress(db);
      if (progress?.id !== header.id || progress.rows !== begun.rows)
        throw new TransferError("Another import into this database is under way: let it finish.");
      await insert(db, batch, header);
      await writeProgress(db, { ...begun, rows: begun.rows + batch.length });
    });
    begun.rows += batch.length;
    told(begun.rows);
  }
  compare(await totalsOf(engine, header), totals, "The database");
  await engine.write((db) => writeProgress(db, { ...begun, finished: true }));
  return { when: "now", rows };
}

async function fits(engine: Engine, header: ExportHeader): Promise<void> {
  const here = await appliedMigrations(engine, engine.committed);
  if (here.join() !== header.migrations.join()) {
    throw new TransferError(
      "The database and the export do not have the same migrations: export and import with the same version, then upgrade.",
    );
  }
  for (const { name } of movedTables) {
    const columns = await columnsOf(engine, engine.committed, name);
    if (columns.join() !== header.tables[name]?.join())
      throw new TransferError(`The columns of ${name} in the export are not those of the database.`);
  }
}

/** Goes on where this import was, or begins it in a database that nobody has used. */
async function begin(db: Db, id: string): Promise<Progress> {
  const before = await readProgress(db);
  if (before?.id === id) return before;
  if (before) throw new TransferError("The database holds another import: give this one an empty database.");
  for (const { name, seeded } of movedTables) {
    if (seeded) continue;
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0)
      throw new TransferError(`The database is not empty (${name}): import into a fresh one.`);
  }
  for (const { name } of movedTables.filter(({ seeded }) => seeded)) {
    await sql`delete from ${sql.table(name)}`.execute(db);
  }
  const progress = { id, rows: 0, finished: false };
  await writeProgress(db, progress);
  return progress;
}

/** Rows of one table, as many as go into one statement. */
async function* batchesOf(rows: AsyncIterable<ExportRow>, header: ExportHeader): AsyncGenerator<ExportRow[]> {
  let batch: ExportRow[] = [];
  for await (const row of rows) {
    const most = Math.floor(parametersAtOnce / (header.tables[row.table]?.length ?? 1));
    if (batch.length > 0 && (batch.length >= most || batch[0]?.table !== row.table)) {
      yield batch;
      batch = [];
    }
    batch.push(row);
  }
  if (batch.length > 0) yield batch;
}

async function insert(db: Db, batch: readonly ExportRow[], { tables }: ExportHeader): Promise<void> {
  const [first] = batch;
  const columns = tables[first?.table ?? ""];
  if (!(first && columns)) return;
  const tuple = (values: readonly Value[]) => sql`(${sql.join(values)})`;
  await sql`
    insert into ${sql.table(first.table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(batch.map(({ values }) => tuple(values)))}
  `.execute(db);
}

function totalsOf(engine: Engine, header: ExportHeader): Promise<Totals> {
  return engine.snapshot(async (db) => {
    const totals: Record<string, Totals[string]> = {};
    for (const table of movedTables) {
      const sum = new RowSum();
      for await (const lines of tableLines(db, table, header.tables[table.name] ?? [])) {
        for (const line of lines) sum.add(line);
      }
      totals[table.name] = sum.total;
    }
    return totals;
  });
}

/** Whether an import into this database was begun and not finished. */
export async function isHalfImported(db: Db): Promise<boolean> {
  const progress = await readProgress(db);
  return progress !== undefined && !progress.finished;
}
