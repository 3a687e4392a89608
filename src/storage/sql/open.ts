import type { Repositories, Storage } from "../port/storage.ts";
import type { Db } from "./database.ts";
import { type Engine, type EngineOptions, engineDefaults } from "./engine/engine.ts";
import { insideUnit } from "./engine/inside-unit.ts";
import { openPostgres } from "./engine/postgres.ts";
import { openSqlite } from "./engine/sqlite.ts";
import { awaitedSomethingForeign } from "./engine/unit-errors.ts";
import { type Migrations, migrations } from "./migrate.ts";
import { purge } from "./purge.ts";
import { rememberingReads } from "./remembered.ts";
import { repositories } from "./repositories.ts";
import { type Exported, exportTo } from "./transfer/export.ts";
import { type Imported, importFrom, isHalfImported } from "./transfer/import.ts";
import type { Checked, OpenExport } from "./transfer/read-export.ts";

export interface OpenStorage extends Storage {
  /** Whether several nodes are meant to work on this database. */
  readonly manyNodes: boolean;
  /** Nothing works on a fresh database before `migrations.apply()`. */
  readonly migrations: Migrations;
  /** Moving everything to another database. */
  readonly transfer: Transfer;
}

export interface Transfer {
  exportTo(secretKeys: readonly string[], now: number, write: WriteText): Promise<Exported>;
  /** `told` hears how many rows are stored. */
  importFrom(checked: Checked, open: OpenExport, told: (rows: number) => void): Promise<Imported>;
  isHalfImported(): Promise<boolean>;
}

type WriteText = (text: string) => Promise<void>;

/**
 * `url` as DATABASE_URL has it: `sqlite:./data/mubarokah-id.db`, `sqlite:/absolute.db`, `sqlite::memory:`,
 * `postgres://user:password@host/database`.
 */
export async function openStorage(url: string, options: Partial<EngineOptions> = {}): Promise<OpenStorage> {
  const engine = await openEngine(url, { ...engineDefaults, ...options });
  const committed = repositories(engine.committed);
  return {
    committed: engine.generation ? rememberingReads(committed, engine.generation) : committed,
    write: (unit) => write(engine, unit),
    purge: (now, limit) => engine.writeUnsynced((db) => purge(db, now, limit)),
    check: () => check(engine),
    close: () => engine.close(),
    manyNodes: isPostgres(url),
    migrations: migrations(engine),
    transfer: {
      exportTo: (secretKeys, now, write) => exportTo(engine, secretKeys, now, write),
      importFrom: (checked, open, told) => importFrom(engine, checked, open, told),
      isHalfImported: () => isHalfImported(engine.committed),
    },
  };
}

async function openEngine(url: string, options: EngineOptions): Promise<Engine> {
  if (isPostgres(url)) return openPostgres(url, options);
  const path = /^sqlite:(.+)$/s.exec(url)?.[1];
  if (path !== undefined) return openSqlite(path, options);
  throw new Error(
    "DATABASE_URL must begin with sqlite: or postgres://, for example sqlite:./data/mubarokah-id.db",
  );
}

function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\/./.test(url);
}

function write<Result>(
  engine: Engine,
  unit: (repositories: Repositories) => Promise<Result>,
): Promise<Result> {
  if (insideUnit.getStore()) return Promise.reject(awaitedSomethingForeign());
  return engine.write((db) => unit(repositoriesOf(db)));
}

const known = new WeakMap<Db, Repositories>();

function repositoriesOf(db: Db): Repositories {
  const made = known.get(db) ?? repositories(db);
  known.set(db, made);
  return made;
}

/** Writes what is there already: only a real write finds a full or read-only disk. */
async function check(engine: Engine): Promise<void> {
  await engine.committed.selectFrom("counters").select("value").where("name", "=", "users").execute();
  await engine.write((db) =>
    db
      .updateTable("counters")
      .set((eb) => ({ value: eb.ref("value") }))
      .where("name", "=", "users")
      .execute(),
  );
}
