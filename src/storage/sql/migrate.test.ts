import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Engine, engineDefaults } from "./engine/engine.ts";
import { openSqlite } from "./engine/sqlite.ts";
import { contracts, MigrationError, migrations, readMigrations } from "./migrate.ts";

describe("Migrations", () => {
  let folder: string;
  let engine: Engine;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
    engine = await openSqlite(":memory:", engineDefaults);
    file("0001-first.sql", "create table a (id bigint);\n\ninsert into a values (1);\n");
    file("0002-second.sql", "alter table a add column name text;\nupdate a set name = 'x; y';\n");
  });
  afterEach(async () => {
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, script: string) => writeFileSync(join(folder, name), script);
  const open = () => migrations(engine, pathToFileURL(`${folder}/`));
  const rows = async () => (await sql`select * from a`.execute(engine.committed)).rows;

  it("run in order, each once, and are planned without a trace", async () => {
    expect(await open().plan()).toEqual(["0001-first.sql", "0002-second.sql"]);
    expect(await open().plan()).toEqual(["0001-first.sql", "0002-second.sql"]);
    expect(await open().apply()).toEqual(["0001-first.sql", "0002-second.sql"]);
    expect(await rows()).toEqual([{ id: 1, name: "x; y" }]);
    expect(await open().plan()).toEqual([]);
    expect(await open().apply()).toEqual([]);
    file("0003-third.sql", "insert into a values (3, 'z')");
    expect(await open().plan()).toEqual(["0003-third.sql"]);
    expect(await open().apply()).toEqual(["0003-third.sql"]);
    expect(await rows()).toHaveLength(2);
  });

  it("run once when asked several times at once", async () => {
    const applied = await Promise.all([1, 2, 3].map(() => open().apply()));
    expect(applied.flat()).toEqual(["0001-first.sql", "0002-second.sql"]);
  });

  it("run all or not at all", async () => {
    file("0003-broken.sql", "insert into a values (3, 'z');\ninsert into nowhere values (1);\n");
    await expect(open().apply()).rejects.toThrow("nowhere");
    expect(await open().plan()).toHaveLength(3);
    await expect(rows()).rejects.toThrow("no such table");
  });

  it("stop in one line at a changed file, line endings aside", async () => {
    await open().apply();
    file("0001-first.sql", "create table a (id bigint);\r\n\r\ninsert into a values (1);\r\n");
    expect(await open().plan()).toEqual([]);
    file("0001-first.sql", "create table b (id bigint);\n");
    for (const attempt of [open().plan(), open().apply()]) {
      await expect(attempt).rejects.toThrow(MigrationError);
      await expect(attempt).rejects.toThrow(/^The migration 0001-first\.sql was changed .+$/);
    }
  });

  it("stop in one line at a newer version's migration that took something away", async () => {
    file("0003-contract-third.sql", "alter table a drop column name");
    await open().apply();
    rmSync(join(folder, "0003-contract-third.sql"));
    await expect(open().apply()).rejects.toThrow(
      /^The database has the migration 0003-contract-third\.sql, .+$/,
    );
  });

  it("live with a newer version's migration that only added something", async () => {
    await open().apply();
    rmSync(join(folder, "0002-second.sql"));
    expect(await open().apply()).toEqual([]);
    expect(await open().plan()).toEqual([]);
  });

  it("of this version take nothing away and refuse nothing that older nodes write, unless they say so", () => {
    const breaksOlderNodes = (script: string) =>
      /\b(drop|rename)\b|\balter\s+column\b/i.test(script) ||
      /\badd\b[^,;]*\bnot null\b(?![^,;]*\bdefault\b)/i.test(script);
    expect(breaksOlderNodes("alter table a add column b text not null")).toBe(true);
    expect(breaksOlderNodes("alter table a drop column b")).toBe(true);
    expect(breaksOlderNodes("alter table a add column b bigint not null default 0")).toBe(false);
    const later = readMigrations().slice(1);
    const wrong = later.filter(({ name, script }) => !contracts(name) && breaksOlderNodes(script));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it("of this version make columns of two types only, and no key that may be null", async () => {
    await migrations(engine).apply();
    const { rows: columns } = await sql<{ type: string; nullable: number; key: number }>`
      select lower(c.type) as type, c."notnull" = 0 as nullable, c.pk > 0 as key
      from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table'
    `.execute(engine.committed);
    expect(new Set(columns.map(({ type }) => type))).toEqual(new Set(["bigint", "text"]));
    expect(columns.filter(({ nullable, key }) => key && nullable)).toEqual([]);
  });
});
