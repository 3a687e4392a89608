import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import { sqlState } from "./postgres-errors.ts";
import type { Line } from "./postgres-line.ts";
import type { PostgresPool } from "./postgres-pool.ts";
import { repeatedly } from "./postgres-repeat.ts";
import { runUnit } from "./postgres-unit.ts";

/** All in milliseconds. */
const leaseTime = 30_000;
const renewal = 10_000;
const pollPause = 200;
const waitForOthers = 120_000;
const lockWait = 500;
const lockPause = 1_000;
const shortPatience = 5_000;
const longPatience = 3_600_000;

/** The server's clock: nodes need not agree on the time. */
const now = "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";
const table =
  "create table if not exists migration_lock (name text not null primary key, holder text not null, expires_at bigint not null)";
const take = `insert into migration_lock (name, holder, expires_at) values ('migrations', $1, ${now} + ${leaseTime})
  on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
  where migration_lock.expires_at < ${now}`;
const keep = `update migration_lock set expires_at = ${now} + ${leaseTime} where holder = $1`;
const drop = "delete from migration_lock where holder = $1";

const lockNotAvailable = "55P03";
/** Two that make a table at the same time collide in the catalogue, "if not exists" or not: by its key, its name or its row type. */
const madeMeanwhile = new Set(["23505", "42P07", "42710"]);

/**
 * Runs `work` in a transaction while a row in a table says that this process does so. A lease, since advisory locks do nothing
 * on some of the engines that speak PostgreSQL's protocol; a holder that dies is waited for until its lease is over.
 */
export async function underLease<Result>(
  pool: PostgresPool,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const holder = randomUUID();
  const run = (sql: string, parameters: readonly unknown[] = [holder]) =>
    repeatedly(shortPatience, (left) => pool.lend(left, (line) => line.run(sql, parameters)));
  await run(table, []).catch((error) => {
    if (!madeMeanwhile.has(sqlState(error) ?? "")) throw error;
  });
  await taken(async () => (await run(take)).numAffectedRows === 1n);
  const timer = setInterval(() => {
    // Should it fail, the lease may pass to another; a migration run twice fails at its own ledger row.
    run(keep).catch(() => {});
  }, renewal);
  try {
    return await whileLocked(() =>
      repeatedly(longPatience, (left) => pool.lend(left, (line) => unhurried(line, work))),
    );
  } finally {
    clearInterval(timer);
    await run(drop).catch(() => {});
  }
}

async function taken(attempt: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + waitForOthers; !(await attempt()); await sleep(pollPause)) {
    if (performance.now() > end)
      throw new StorageUnavailable("Another process has been migrating the database for minutes.");
  }
}

/** Everybody else queues behind a change that waits for its table: so it waits briefly, and lets them pass in between. */
async function whileLocked<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (const end = performance.now() + waitForOthers; ; await sleep(lockPause)) {
    try {
      return await attempt();
    } catch (error) {
      const locked = error instanceof StorageUnavailable && sqlState(error.cause) === lockNotAvailable;
      if (!locked || performance.now() > end) throw error;
    }
  }
}

function unhurried<Result>(line: Line, work: (db: Db) => Promise<Result>): Promise<Result> {
  return runUnit(
    line,
    work,
    longPatience,
    `set local statement_timeout = 0; set local lock_timeout = ${lockWait}`,
  );
}
