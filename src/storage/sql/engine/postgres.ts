import { sql } from "kysely";
import { keepPatience, patiently } from "../../port/patience.ts";
import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { isRead, kyselyOver, postgresGrammar } from "./kysely-over.ts";
import { unreachable } from "./postgres-errors.ts";
import { underLease } from "./postgres-lease.ts";
import { PostgresPool } from "./postgres-pool.ts";
import { repeatedly } from "./postgres-repeat.ts";
import { poolSettings } from "./postgres-settings.ts";
import { readUnchanging } from "./postgres-snapshot.ts";
import { runUnit } from "./postgres-unit.ts";
import { onlyReads } from "./unit-errors.ts";

/** `url` is postgres://user:password@host:port/database, with what `pg` understands after a `?`. */
export async function openPostgres(url: string, options: EngineOptions): Promise<Engine> {
  // Whoever stays with SQLite never loads it.
  const { default: pg } = await import("pg");
  keepPatience();
  const settings = poolSettings(url, options, pg.types);
  try {
    // Reads the certificates that the URL names; connects to nothing.
    new pg.Client(settings);
  } catch (error) {
    throw unreachable(error);
  }
  return new PostgresEngine(new PostgresPool(new pg.Pool(settings), options.maxWaiting), options);
}

/** Milliseconds: a day is more than any export should take. */
const longestSnapshot = 86_400_000;

class PostgresEngine implements Engine {
  readonly #pool: PostgresPool;
  readonly #options: EngineOptions;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;
  readonly committed: Db;

  constructor(pool: PostgresPool, options: EngineOptions) {
    this.#pool = pool;
    this.#options = options;
    this.committed = kyselyOver(async (query) => {
      if (!isRead(query)) throw onlyReads();
      return this.#accept((left) => pool.lend(left, (line) => line.run(query.sql, query.parameters)));
    }, postgresGrammar);
  }

  write<Result>(unit: (db: Db) => Promise<Result>): Promise<Result> {
    return this.#run(unit);
  }

  writeUnsynced<Result>(unit: (db: Db) => Promise<Result>): Promise<Result> {
    return this.#run(unit, "set local synchronous_commit = off");
  }

  alone<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
    return underLease(this.#pool, work);
  }

  snapshot<Result>(read: (db: Db) => Promise<Result>): Promise<Result> {
    return this.#pool.lend(longestSnapshot, (line) => readUnchanging(line, read));
  }

  async columnsOf(db: Db, table: string): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name = ${table}
    `.execute(db);
    return rows.map(({ name }) => name);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
    await this.#pool.close();
  }

  #run<Result>(unit: (db: Db) => Promise<Result>, settings?: string): Promise<Result> {
    const { unitLimit } = this.#options;
    return this.#accept((left) => this.#pool.lend(left, (line) => runUnit(line, unit, unitLimit, settings)));
  }

  async #accept<Result>(attempt: (left: number) => Promise<Result>): Promise<Result> {
    if (this.#closing) throw new StorageUnavailable("The database is closed.");
    const answer = patiently(this.#options.patience, (left) => repeatedly(left, attempt));
    this.#underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.#underWay.delete(answer);
    }
  }
}
