import { closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { sql } from "kysely";
import { StorageUnavailable } from "../../port/storage.ts";
import { copyBeforeMigration } from "../backup/before-migration.ts";
import type { Db } from "../database.ts";
import { DatabaseFile } from "./database-file.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { Freshness } from "./freshness.ts";
import { GroupCommit } from "./group-commit.ts";
import { type Execute, isRead, kyselyOver } from "./kysely-over.ts";
import { patiently } from "./patience.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { explained, isBusy } from "./sqlite-errors.ts";
import { onlyReads } from "./unit-errors.ts";

/** `path` is a file, made together with its folder where missing, or `:memory:`. */
export async function openSqlite(path: string, options: EngineOptions): Promise<Engine> {
  try {
    return path === ":memory:" ? await openMemory(options) : await openFile(path, options);
  } catch (error) {
    throw new StorageUnavailable(`The database ${path} cannot be opened: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

async function openFile(path: string, options: EngineOptions): Promise<Engine> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite would throw the journal away and begin with nothing.
  if (isEmpty(path) && !isEmpty(`${path}-wal`))
    throw new Error(`it is not there, but its journal ${path}-wal is: restore a backup.`);
  // Made before SQLite would: its journal files take the mode of the database.
  closeSync(openSync(path, "a", 0o600));
  const file = new DatabaseFile(path);
  const writer = new SqliteConnection(path, { file });
  const mode = await patiently(
    () => writer.run<{ journal_mode: string }>("pragma journal_mode = wal"),
    isBusy,
    options.patience,
  );
  if (mode.rows[0]?.journal_mode !== "wal") throw new Error("this file system does not support WAL.");
  // What was answered is on disk, also after a power cut.
  writer.run("pragma synchronous = full");
  writer.run("pragma journal_size_limit = 67108864");
  // Between commits is the time for it (group-commit.ts); this is for what changes many pages and few rows.
  writer.run("pragma wal_autocheckpoint = 8000");
  const reader = new SqliteConnection(path, { readOnly: true, file });
  // Only with the first read are there journals.
  reader.run("select 1 from sqlite_schema limit 1");
  writer.lookAtFile();
  const freshness = new Freshness(writer);
  const commits = new GroupCommit(writer, options, () => freshness.changed());
  const read: Execute = (query) =>
    patiently(() => reader.run(query.sql, query.parameters), isBusy, options.patience);
  return {
    ...engine(commits, freshness, read, [reader, writer]),
    keepCopy: (migration) => copyBeforeMigration(path, migration, Date.now()),
    snapshot: (work) => fileSnapshot(path, options, work),
  };
}

function isEmpty(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

async function openMemory(options: EngineOptions): Promise<Engine> {
  const connection = new SqliteConnection(":memory:");
  const freshness = new Freshness(connection);
  const commits = new GroupCommit(connection, options, () => freshness.changed());
  const read: Execute = async (query) => {
    await commits.idle();
    return connection.run(query.sql, query.parameters);
  };
  return {
    ...engine(commits, freshness, read, [connection]),
    keepCopy: () => undefined,
    snapshot: () =>
      Promise.reject(new Error("A database in memory has one connection, and so no snapshots.")),
  };
}

/** A connection of its own: in WAL mode a reader sees what it saw first, and keeps nobody from writing. */
async function fileSnapshot<Result>(
  path: string,
  options: EngineOptions,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const connection = new SqliteConnection(path, { readOnly: true });
  try {
    connection.run("begin");
    return await work(
      kyselyOver(async (query) => {
        if (!isRead(query)) throw onlyReads();
        return patiently(() => connection.run(query.sql, query.parameters), isBusy, options.patience);
      }),
    );
  } catch (error) {
    throw explained(error);
  } finally {
    connection.close();
  }
}

function engine(
  commits: GroupCommit,
  freshness: Freshness,
  read: Execute,
  connections: readonly SqliteConnection[],
): Omit<Engine, "snapshot" | "keepCopy"> {
  let closed = false;
  const close = async () => {
    await commits.close();
    closed = true;
    freshness.changed();
    for (const connection of connections) connection.close();
  };
  let closing: Promise<void> | undefined;
  const committed = kyselyOver(async (query) => {
    if (closed) throw new StorageUnavailable("The database is closed.");
    if (!isRead(query)) throw onlyReads();
    try {
      return await read(query);
    } catch (error) {
      throw explained(error);
    }
  });
  return {
    committed,
    generation: () => freshness.generation(),
    write: (unit) => commits.write(unit),
    writeUnsynced: (unit) => commits.writeUnsynced(unit),
    // Whoever writes here is alone already.
    alone: (work) => commits.write(work),
    columnsOf: async (db, table) => {
      const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
      return rows.map(({ name }) => name);
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "errstr" in error) return String(error.errstr);
  return error instanceof Error ? error.message : String(error);
}
