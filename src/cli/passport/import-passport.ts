import { existsSync } from "node:fs";
import type { Repositories, Storage } from "../../storage/port/storage.ts";
import { CommandFailure, type Outcome, type Surroundings } from "../command.ts";
import { textOf } from "./columns.ts";
import { dumpFile, type NumberedRow, rowsOf } from "./dump.ts";
import { type Fate, Report } from "./report.ts";
import { approvalsTaking, clientsTaking, type Taking, usersTaking } from "./takings.ts";

/** Rows that are taken together or not at all. */
const batchSize = 40;
const stride = 10_000;

async function* inBatches(rows: AsyncIterable<NumberedRow>): AsyncGenerator<NumberedRow[]> {
  let batch: NumberedRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function takeBatch<Thing>(
  all: Repositories,
  rows: readonly NumberedRow[],
  { id, read, take, finish }: Taking<Thing>,
): Promise<Fate[]> {
  const fates: Fate[] = [];
  const things: Thing[] = [];
  for (const { number, row } of rows) {
    const about = { row: number, id: (row && textOf(row, id)) ?? null };
    for (const found of row ? read(row) : [{ skipped: "row_malformed" } as const]) {
      if ("skipped" in found) {
        fates.push({ ...about, outcome: found.skipped, notes: [] });
        continue;
      }
      const { outcome, notes } = await take(all, found.thing);
      if (outcome === "taken") things.push(found.thing);
      fates.push({ ...about, outcome, notes: [...found.notes, ...notes] });
    }
  }
  await finish(all, rows, things);
  return fates;
}

async function takeTable<Thing>(
  storage: Storage,
  path: string,
  taking: Taking<Thing>,
  report: Report,
  progress: (line: string) => void,
): Promise<void> {
  let next = stride;
  for await (const rows of inBatches(rowsOf(path))) {
    for (const fate of await storage.write((all) => takeBatch(all, rows, taking)))
      report.add(taking.table, fate);
    const last = rows.at(-1)?.number ?? 0;
    if (last < next) continue;
    progress(`${taking.table}: ${last} rows`);
    next = last + stride;
  }
}

/** `usual`: the scopes of applications whose row names none. */
export async function importPassport(
  folder: string,
  usual: readonly string[],
  surroundings: Surroundings,
): Promise<Outcome> {
  const { storage, clock, progress } = surroundings;
  if (!existsSync(folder)) throw new CommandFailure(`There is no folder ${folder}.`);
  const now = clock();
  const opened = await storage("migrated");
  const scopes = await opened.committed.scopes.list();
  const known = new Set(scopes.map(({ name }) => name));
  const sensitive = new Set(
    scopes.filter(({ requiresApproval }) => requiresApproval).map(({ name }) => name),
  );
  const anyDeleted = (await opened.committed.audit.list({ action: "user.deleted" }, 1)).length > 0;
  const report = new Report();
  let found = 0;
  const from = async <Thing>(taking: Taking<Thing>) => {
    const path = dumpFile(folder, taking.files);
    if (path === undefined) return;
    found += 1;
    await takeTable(opened, path, taking, report, progress);
  };
  await from(usersTaking(now, anyDeleted));
  await from(clientsTaking({ now, known, usual }, surroundings));
  await from(approvalsTaking(now, sensitive, surroundings));
  if (found === 0)
    throw new CommandFailure(
      `${folder} has none of users, oauth_clients and scope_approvals as .csv, .json or .ndjson.`,
    );
  return { data: { from: "passport", ...report.data }, lines: report.lines };
}
