import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { day } from "../../../test/contract/fixtures.ts";
import { bulkClient, fillInstallation } from "../../../test/support/installation.ts";
import { type PostgresDatabase, postgresDatabase } from "../../../test/support/postgres.ts";
import { withDatabase } from "../../../test/support/postgres-sql.ts";
import type { Db } from "./database.ts";
import { drainClient } from "./drain-client.ts";
import { type Engine, engineDefaults } from "./engine/engine.ts";
import { openPostgres } from "./engine/postgres.ts";
import { purge } from "./purge.ts";

const size = { users: 300, tokens: 3_600 };
const batch = 25;

let database: PostgresDatabase;
let engine: Engine;
beforeEach(async () => {
  database = await postgresDatabase("migrated");
  await withDatabase(database.url, async (run) => {
    await fillInstallation(run, size, Date.now());
    await run("analyze");
    // What a large table has: an index is worth its while.
    await run(`alter database ${new URL(database.url).pathname.slice(1)} set enable_seqscan = off`);
  });
  engine = await openPostgres(database.url, { ...engineDefaults, patience: 15_000 });
});
afterEach(async () => {
  await engine.close();
  await database.remove();
});

/** Rows that the transaction at hand has looked at until now, whether or not it did anything to them. */
const lookedAt = sql<{ rows: string }>`
  select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows from pg_stat_xact_user_tables`;

/** The rows that each batch has looked at, and how many all of them have deleted. */
async function effortsOf(deleteBatch: (db: Db) => Promise<number>) {
  const efforts: number[] = [];
  let [removed, last] = [0, batch];
  while (last === batch) {
    last = await engine.writeUnsynced(async (db) => {
      const deleted = await deleteBatch(db);
      const { rows } = await lookedAt.execute(db);
      efforts.push(Number(rows[0]?.rows));
      // Else the next transaction counts on.
      await sql`select pg_stat_force_next_flush()`.execute(db);
      return deleted;
    });
    removed += last;
  }
  return { efforts, removed };
}

// Each row is found, and found again to be deleted; families are found a third time.
const mostLooks = 4 * batch;

it("A batch of the purge looks at no more rows in the end than in the beginning", async () => {
  const now = Date.now() + 60 * day;
  const { efforts, removed } = await effortsOf(async (db) => (await purge(db, now, batch)).removed);
  expect(removed).toBe(size.tokens + 2 * size.users);
  expect(Math.max(...efforts)).toBeLessThanOrEqual(mostLooks);
});

it("Nor does one of an application that is deleted", async () => {
  const { efforts, removed } = await effortsOf((db) => drainClient(db, bulkClient, batch));
  // Tokens, their families and consents.
  expect(removed).toBe(size.tokens + 2 * size.users);
  expect(Math.max(...efforts)).toBeLessThanOrEqual(mostLooks);
});
