import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type Kysely, PostgresAdapter, sql } from "kysely";
import type { Db } from "./database.ts";
import type { Engine } from "./engine/engine.ts";

/** The database and this version's migrations do not fit together; the message is one line for the operator. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

export interface Migrations {
  /** Names of the migrations that `apply` would run. */
  plan(): Promise<readonly string[]>;
  /**
   * Runs what is missing, all in one transaction; resolves to the names. Any number of processes may do so at once. A database
   * that was in use is copied first; where this program cannot do that, it rejects unless `backupTaken`.
   */
  apply(precaution?: Precaution): Promise<readonly string[]>;
}

export interface Precaution {
  /** The operator has a backup, or lets the database take them. */
  readonly backupTaken?: boolean;
  /** Told where the copy is that was taken. */
  readonly copied?: (path: string) => void;
}

interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly script: string;
}

interface Ledger {
  migrations: { name: string; checksum: string };
}

const folder = new URL("./migrations/", import.meta.url);

export function migrations(engine: Engine, from = folder): Migrations {
  const files = readMigrations(from);
  const pending = async (db: Db) => missing(files, await applied(engine, db));
  return {
    plan: async () => (await pending(engine.committed)).map(({ name }) => name),
    apply: async (precaution = {}) => {
      if ((await pending(engine.committed)).length === 0) return [];
      return engine.alone(async (db) => {
        const done = await applied(engine, db);
        const toRun = missing(files, done);
        if (done.size > 0) keepSafe(engine, toRun, precaution);
        await sql`create table if not exists migrations (name text not null primary key, checksum text not null)`.execute(
          db,
        );
        for (const migration of toRun) await run(db, migration);
        return toRun.map(({ name }) => name);
      });
    },
  };
}

function keepSafe(engine: Engine, [first]: readonly Migration[], precaution: Precaution): void {
  if (!first) return;
  if (engine.keepCopy) {
    const path = engine.keepCopy(first.name);
    if (path !== undefined) precaution.copied?.(path);
  } else if (!precaution.backupTaken) {
    throw new MigrationError(
      `The database needs the migration ${first.name}: take a backup (pg_dump), then run: npm run -s cli -- migrate --backup-taken`,
    );
  }
}

export function readMigrations(from = folder): Migration[] {
  const names = readdirSync(from).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => {
    const script = readFileSync(new URL(name, from), "utf8").replaceAll("\r\n", "\n");
    return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
  });
}

/** The names of the migrations that a database has seen, in order. */
export async function appliedMigrations(engine: Engine, db: Db): Promise<string[]> {
  const done = await applied(engine, db);
  return [...done.keys()].toSorted((a, b) => (a < b ? -1 : 1));
}

async function applied(engine: Engine, db: Db): Promise<Map<string, string>> {
  const columns = await engine.columnsOf(db, "migrations");
  if (columns.length === 0) return new Map();
  if (!columns.includes("checksum")) {
    throw new MigrationError(
      "The database has a table migrations that is not ours: give this server a database of its own.",
    );
  }
  const rows = await ledger(db).selectFrom("migrations").selectAll().execute();
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function ledger(db: Db): Kysely<Ledger> {
  return db as unknown as Kysely<Ledger>;
}

/**
 * A migration that takes away what older versions use has `-contract-` in its name; all others only add, so that nodes of the
 * version before go on beside the new ones and an upgrade can be taken back.
 */
export function contracts(migration: string): boolean {
  return /^\d+-contract-/.test(migration);
}

function missing(files: readonly Migration[], done: ReadonlyMap<string, string>): Migration[] {
  const names = new Set(files.map(({ name }) => name));
  const newer = [...done.keys()].find((name) => !names.has(name) && contracts(name));
  if (newer !== undefined) {
    throw new MigrationError(
      `The database has the migration ${newer}, which this version cannot live with: it was used by a newer one, so run that.`,
    );
  }
  return files.filter(({ name, checksum }) => {
    const known = done.get(name);
    if (known !== undefined && known !== checksum) {
      throw new MigrationError(
        `The migration ${name} was changed after this database had run it: restore the file, or restore a backup.`,
      );
    }
    return known === undefined;
  });
}

async function run(db: Db, { name, checksum, script }: Migration): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  for (const statement of statementsOf(script, isPostgres)) await sql.raw(statement).execute(db);
  await ledger(db).insertInto("migrations").values({ name, checksum }).execute();
}

/**
 * A statement ends with a semicolon at the end of a line. What stands in a comment that begins with `postgres` is for PostgreSQL
 * alone: `collate "C"`, the order that SQLite has by itself, and indexes in that order.
 */
export function statementsOf(script: string, isPostgres = false): string[] {
  const plain = script.replace(/\/\*postgres([^*]*)\*\//g, isPostgres ? "$1" : "");
  return plain.split(/;[ \t]*(?:\n|$)/).filter((statement) => statement.trim() !== "");
}
