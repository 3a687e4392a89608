import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { postgresDatabase } from "../../../../test/support/postgres.ts";
import { type Engine, engineDefaults } from "../engine/engine.ts";
import { openPostgres } from "../engine/postgres.ts";
import { openSqlite } from "../engine/sqlite.ts";
import { migrations } from "../migrate.ts";
import { withFile } from "./sqlite-file.ts";

const shipped = new URL("../migrations/", import.meta.url);

describe("Before a migration", () => {
  let folder: string;
  let database: string;
  const engines: Engine[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
    database = join(folder, "id.db");
    cpSync(shipped, join(folder, "migrations"), { recursive: true });
  });
  afterEach(async () => {
    vi.useRealTimers();
    for (const engine of engines.splice(0)) await engine.close();
    rmSync(folder, { recursive: true });
  });

  const migrationsOf = (engine: Engine) => {
    engines.push(engine);
    return migrations(engine, pathToFileURL(`${folder}/migrations/`));
  };
  const sqlite = async () => migrationsOf(await openSqlite(database, engineDefaults));
  const addMigration = (name: string) =>
    writeFileSync(join(folder, "migrations", name), "alter table users add column note text;\n");
  const copies = () => readdirSync(folder).filter((name) => name.startsWith("id.db.before-"));

  it("a fresh SQLite file needs no copy", async () => {
    await (await sqlite()).apply({ copied: () => expect.unreachable() });
    expect(copies()).toEqual([]);
  });

  it("a SQLite file that was in use is copied as it was, for its owner alone", async () => {
    await (await sqlite()).apply();
    addMigration("0900-note.sql");
    const told: string[] = [];
    await (await sqlite()).apply({ copied: (path) => told.push(path) });
    expect(told.map((path) => basename(path))).toEqual(copies());
    expect(copies()).toEqual([expect.stringMatching(/^id\.db\.before-0900-note-\d{8}T\d{9}Z$/)]);
    const [copy = ""] = told;
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const columns = withFile(copy, "read", (db) =>
      db.prepare("select name from pragma_table_info('users')").all(),
    );
    expect(columns.map(({ name }) => name)).not.toContain("note");
  });

  it("no copy is made when there is nothing to do", async () => {
    await (await sqlite()).apply();
    await (await sqlite()).apply({ copied: () => expect.unreachable() });
    expect(copies()).toEqual([]);
  });

  it("the last three copies are kept", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0, 1) });
    await (await sqlite()).apply();
    for (const number of [1, 2, 3, 4, 5]) {
      vi.setSystemTime(Date.UTC(2026, 0, number));
      writeFileSync(join(folder, "migrations", `090${number}-x.sql`), `create table x${number} (id text);\n`);
      await (await sqlite()).apply();
    }
    const days = copies().map((name) => /(\d{8})T/.exec(name)?.[1]);
    expect(days.sort()).toEqual(["20260103", "20260104", "20260105"]);
  });

  it("nothing is migrated when the copy cannot be made", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0, 1) });
    await (await sqlite()).apply();
    addMigration("0900-note.sql");
    writeFileSync(`${database}.before-0900-note-20260101T000000000Z.partial`, "in the way");
    const open = await sqlite();
    await expect(open.apply()).rejects.toThrow(/exists already/);
    expect(await open.plan()).toEqual(["0900-note.sql"]);
  });

  it("a PostgreSQL with data is not touched before somebody says that there is a backup", async () => {
    const postgres = await postgresDatabase("empty");
    try {
      const engine = await openPostgres(postgres.url, engineDefaults);
      expect(await migrationsOf(engine).apply()).toContain("0001-first.sql");
      addMigration("0900-note.sql");
      const open = migrations(engine, pathToFileURL(`${folder}/migrations/`));
      await expect(open.apply()).rejects.toThrow(/^The database needs the migration 0900-note\.sql: .+$/);
      expect(await open.plan()).toEqual(["0900-note.sql"]);
      expect(await open.apply({ backupTaken: true })).toEqual(["0900-note.sql"]);
      expect(await open.apply()).toEqual([]);
      await engines.pop()?.close();
    } finally {
      await postgres.remove();
    }
  });
});
