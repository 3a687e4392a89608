import { type RawBuilder, sql } from "kysely";
import { afterEach, beforeEach } from "vitest";
import type { Db } from "../../src/storage/sql/database.ts";
import { type Engine, type EngineOptions, engineDefaults } from "../../src/storage/sql/engine/engine.ts";
import { openPostgres } from "../../src/storage/sql/engine/postgres.ts";
import { type PostgresDatabase, postgresDatabase } from "./postgres.ts";
import { withDatabase } from "./postgres-sql.ts";

/** A database with a table `notes` of two rows, fresh for each test, and engines on it that are closed afterwards. */
export function onNotes() {
  let database: PostgresDatabase;
  const engines: Engine[] = [];
  /** Beside the engines, as somebody else would. */
  const aside = (statement: string) => withDatabase(database.url, (run) => run(statement));

  beforeEach(async () => {
    database = await postgresDatabase("empty");
    await aside("create table notes (id bigint not null primary key, text text not null)");
    await aside("insert into notes values (1, 'one'), (2, 'two')");
  });
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.close();
    await database.remove();
  });

  return {
    aside,
    url: () => database.url,
    open: async (given: Partial<EngineOptions> = {}, url = database.url): Promise<Engine> => {
      const engine = await openPostgres(url, { ...engineDefaults, ...given });
      engines.push(engine);
      return engine;
    },
  };
}

export const note = (id: number, text: string) => sql`insert into notes values (${id}, ${text})`;
export const change = (id: number, text: string) => sql`update notes set text = ${text} where id = ${id}`;
export const allNotes = async (db: Db) =>
  (await sql<{ id: number; text: string }>`select * from notes order by id`.execute(db)).rows;
/** Fails with this SQLSTATE. */
export const raise = (state: string): RawBuilder<unknown> =>
  sql.raw(`do $$ begin raise exception 'as told' using errcode = '${state}'; end $$`);
