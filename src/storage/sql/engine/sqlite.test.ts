import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Db } from "../database.ts";
import { engineDefaults } from "./engine.ts";
import { openSqlite } from "./sqlite.ts";

it("The log goes into the file between commits, and not in the middle of one", async () => {
  const outer = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  const path = join(outer, "x.db");
  const engine = await openSqlite(path, engineDefaults);
  await engine.write((db) => sql`create table t (a text)`.execute(db));
  const before = statSync(path).size;
  const rows = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 1200) select hex(i) from n`;
  await engine.write((db) => sql`insert into t ${rows}`.execute(db));
  expect(statSync(path).size).toBe(before);
  await expect.poll(() => statSync(path).size).toBeGreaterThan(before);
  await engine.close();
  rmSync(outer, { recursive: true });
});

it("A fresh database and its folder are for nobody else to read, journals included", async () => {
  const outer = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  const folder = join(outer, "data", "deeper");
  const engine = await openSqlite(join(folder, "x.db"), engineDefaults);
  await engine.write((db) => sql`create table t (a text)`.execute(db));
  await sql`select * from t`.execute(engine.committed);
  const mode = (path: string) => statSync(path).mode & 0o777;
  expect(readdirSync(folder).sort()).toEqual(["x.db", "x.db-shm", "x.db-wal"]);
  for (const name of readdirSync(folder)) expect(mode(join(folder, name))).toBe(0o600);
  expect([mode(folder), mode(join(outer, "data"))]).toEqual([0o700, 0o700]);
  await engine.close();
  expect(readdirSync(folder)).toEqual(["x.db"]);
  rmSync(outer, { recursive: true });
});

it("A file keeps foreign keys and writes every commit through to the disk that need not be done again", async () => {
  const outer = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  const engine = await openSqlite(join(outer, "x.db"), engineDefaults);
  const pragma = (name: string) =>
    engine.write(async (db) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {}),
    );
  expect(await pragma("journal_mode")).toEqual(["wal"]);
  expect(await pragma("synchronous")).toEqual([2]);
  expect(await pragma("foreign_keys")).toEqual([1]);
  const level = (db: Db) => sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  const between = await Promise.all([
    engine.writeUnsynced(level),
    engine.write(level),
    engine.writeUnsynced(level),
    engine.write(level),
  ]);
  expect(between.map(({ rows }) => rows[0]?.synchronous)).toEqual([1, 2, 1, 2]);
  await engine.close();
  rmSync(outer, { recursive: true });
});
