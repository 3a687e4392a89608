import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { day } from "../../../test/contract/fixtures.ts";
import { fillInstallation } from "../../../test/support/installation.ts";
import { type PostgresDatabase, postgresDatabase } from "../../../test/support/postgres.ts";
import { withDatabase } from "../../../test/support/postgres-sql.ts";
import { type Engine, engineDefaults } from "./engine/engine.ts";
import { openPostgres } from "./engine/postgres.ts";
import { purge } from "./purge.ts";

const size = { users: 300, tokens: 3_600 };
const expired = size.tokens + 2 * size.users;
const batch = 25;

let database: PostgresDatabase;
let engine: Engine;
beforeAll(async () => {
  database = await postgresDatabase("migrated");
  await withDatabase(database.url, async (run) => {
    await fillInstallation(run, size, Date.now());
    await run("analyze");
    // What a large table has: an index is worth its while.
    await run(`alter database ${new URL(database.url).pathname.slice(1)} set enable_seqscan = off`);
  });
  engine = await openPostgres(database.url, { ...engineDefaults, patience: 15_000 });
});
afterAll(async () => {
  await engine.close();
  await database.remove();
});

/** Rows that the transaction at hand has looked at until now, whether or not it did anything to them. */
const lookedAt = sql<{ rows: string }>`
  select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows from pg_stat_xact_user_tables`;

it("A batch of the purge looks at no more rows in the end than in the beginning", async () => {
  const efforts: number[] = [];
  let removed = 0;
  for (let more = true; more; ) {
    const done = await engine.writeUnsynced(async (db) => {
      const result = await purge(db, Date.now() + 60 * day, batch);
      const { rows } = await lookedAt.execute(db);
      efforts.push(Number(rows[0]?.rows));
      // Else the next transaction counts on.
      await sql`select pg_stat_force_next_flush()`.execute(db);
      return result;
    });
    removed += done.removed;
    more = done.more;
  }
  expect(removed).toBe(expired);
  // Each row is found, and found again to be deleted; families are found a third time.
  expect(Math.max(...efforts)).toBeLessThanOrEqual(4 * batch);
});
