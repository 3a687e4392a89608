import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { postgresDatabase } from "./postgres.ts";
import { keptConnection, type Run, withDatabase } from "./postgres-sql.ts";

type Row = Readonly<Record<string, unknown>>;

/** A database of a test's own, beside the server that uses it: for states that only time, a fault or a later version brings about. */
export interface TestDatabase {
  readonly url: string;
  /** Runs one statement; `?` stands for a value. */
  sql(text: string, ...values: (string | number)[]): Promise<readonly Row[]>;
  /** From now on nobody can write, until the result is called. */
  lock(): Promise<() => Promise<void>>;
  /** Everything that is stored, as one text. */
  contents(): Promise<string>;
  remove(): Promise<void>;
}

export type Engine = "sqlite" | "postgres";

/** The engine that the flows run on: `TEST_DATABASE`, which the projects of vitest.config.ts set. */
export function engineUnderTest(): Engine {
  return process.env["TEST_DATABASE"] === "postgres" ? "postgres" : "sqlite";
}

/**
 * A database with nothing in it; a file goes into `folder`. For a server one on PostgreSQL is brought up to date before:
 * a copy is made faster than that.
 */
export function makeDatabase(
  engine: Engine,
  folder: string,
  from: "empty" | "migrated" = "empty",
): Promise<TestDatabase> {
  return engine === "postgres" ? makePostgres(from) : makeSqlite(join(folder, "test.db"));
}

async function makeSqlite(path: string): Promise<TestDatabase> {
  const open = () => new DatabaseSync(path, { timeout: 5_000 });
  return {
    url: `sqlite:${path}`,
    sql: async (text, ...values) => {
      const database = open();
      try {
        return database.prepare(text).all(...values) as Row[];
      } finally {
        database.close();
      }
    },
    lock: async () => {
      const database = open();
      database.exec("begin immediate");
      return async () => {
        database.exec("rollback");
        database.close();
      };
    },
    contents: async () => {
      const files = [path, `${path}-wal`].filter((file) => existsSync(file));
      return files.map((file) => readFileSync(file).toString("latin1")).join("");
    },
    remove: async () => {
      for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
    },
  };
}

async function makePostgres(from: "empty" | "migrated"): Promise<TestDatabase> {
  const { url, remove } = await postgresDatabase(from);
  const { run, end } = keptConnection(url);
  return postgresBy(run, url, async () => {
    await end();
    await remove();
  });
}

/** A database that is there already, on a PostgreSQL that may go away. */
export function postgresAt(url: string, remove: () => Promise<void>): TestDatabase {
  return postgresBy((text, values) => withDatabase(url, (ask) => ask(text, values)), url, remove);
}

function postgresBy(run: Run, url: string, remove: () => Promise<void>): TestDatabase {
  const tables = async () => {
    const rows = await run("select table_name from information_schema.tables where table_schema = 'public'");
    return rows.map((row) => String(row["table_name"]));
  };
  return {
    url,
    sql: (text, ...values) => {
      let count = 0;
      return run(
        text.replaceAll("?", () => `$${++count}`),
        values,
      );
    },
    lock: async () => {
      const client = new Client(url);
      await client.connect();
      await client.query(`begin; lock table ${(await tables()).join(", ")} in exclusive mode`);
      return () => client.end();
    },
    contents: async () => {
      const all = await Promise.all((await tables()).map((table) => run(`select * from ${table}`)));
      return JSON.stringify(all);
    },
    remove,
  };
}
