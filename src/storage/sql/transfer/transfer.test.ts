import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Engine as EngineName,
  makeDatabase,
  type TestDatabase,
} from "../../../../test/support/database.ts";
import { aUser } from "../../../../test/support/records.ts";
import { migrated, temporaryDatabase, unhurried } from "../../../../test/support/storage.ts";
import type { OpenStorage } from "../open.ts";
import { TransferError } from "./format.ts";
import { linesOf } from "./lines.ts";
import { checkExport, type OpenExport } from "./read-export.ts";
import { parseRowLine, RowSum, rowLine } from "./row-line.ts";
import { movedTables, unmovedTables } from "./tables.ts";

const listings: Readonly<Record<EngineName, string>> = {
  sqlite: "select name from sqlite_schema where type = 'table'",
  postgres: "select table_name as name from information_schema.tables where table_schema = current_schema()",
};

const columnsOf: Readonly<Record<EngineName, string>> = {
  sqlite: "select name, type from pragma_table_info('TABLE')",
  postgres:
    "select column_name as name, data_type as type from information_schema.columns where table_name = 'TABLE'",
};

describe.each(Object.entries(listings))("An export from %s", (engine, listing) => {
  let database: TestDatabase;
  let storage: OpenStorage;
  let remove: () => void;

  beforeEach(async () => {
    const temporary = temporaryDatabase();
    remove = temporary.remove;
    database = await makeDatabase(engine as EngineName, dirname(temporary.path));
    storage = await migrated(database.url, unhurried);
  });
  afterEach(async () => {
    await storage.close();
    await database.remove();
    remove();
  });

  async function exported(meanwhile: () => Promise<void> = async () => {}): Promise<string> {
    let text = "";
    await storage.transfer.exportTo([], 0, async (piece) => {
      text += piece;
      await meanwhile();
    });
    return text;
  }

  it("knows every table, and its primary key", async () => {
    const names = (await database.sql(listing)).map(({ name }) => String(name));
    const known = [...movedTables.map(({ name }) => name), ...unmovedTables];
    expect(names.filter((name) => !known.some((each) => each === name))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
    expect(movedTables.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
    for (const { name, key } of movedTables) {
      const twice = `insert into ${name} select * from ${name} where 1 = 0 on conflict (${key.join(", ")}) do nothing`;
      await expect(database.sql(twice), name).resolves.toEqual([]);
    }
  });

  it("brings a row of every table to the other database, parents first", async () => {
    for (const { name } of movedTables) {
      const columns = await database.sql(columnsOf[engine as EngineName].replace("TABLE", name));
      const values = columns.map(({ type }) => (/int/i.test(String(type)) ? "7" : "'x'"));
      const names = columns.map((column) => String(column["name"]));
      await database.sql(`insert into ${name} (${names.join(", ")}) values (${values.join(", ")})`);
    }
    const text = await exported();
    const open: OpenExport = async function* () {
      yield Buffer.from(text);
    };
    const checked = await checkExport(open);
    for (const { name } of movedTables) expect(checked.totals[name]?.rows, name).toBeGreaterThan(0);
    const folder = temporaryDatabase();
    const other = await makeDatabase(engine === "sqlite" ? "postgres" : "sqlite", dirname(folder.path));
    const target = await migrated(other.url);
    expect(await target.transfer.importFrom(checked, open, () => {})).toEqual({
      when: "now",
      rows: checked.rows,
    });
    expect(await target.transfer.importFrom(checked, open, () => {})).toMatchObject({ when: "before" });
    await target.close();
    await other.remove();
    folder.remove();
  });

  it("sees one moment, whatever is written meanwhile", async () => {
    const { id: _, ...user } = aUser();
    const { id: __, ...later } = aUser({ email: "later@example.com" });
    await storage.write(({ users }) => users.create(user));
    let written = 0;
    const text = await exported(async () => {
      written += 1;
      if (written === 1) await storage.write(({ users }) => users.create(later));
    });
    expect(text).toContain("siti@example.com");
    expect(text).not.toContain("later@example.com");
    expect(await exported()).toContain("later@example.com");
  });

  it("holds more rows than are read at once, each of them once", async () => {
    await storage.write(async ({ settings }) => {
      for (let n = 0; n < 2_500; n++) await settings.put(`name-${n % 7}-${n % 2 ? "A" : "a"}-${n}`, `${n}`);
    });
    const rows = (await exported()).split("\n").filter((line) => line.startsWith('["settings"'));
    expect(new Set(rows).size).toBe(2_500);
    expect(rows).toHaveLength(2_500);
  });

  it("can be checked piece by piece, wherever it is cut", async () => {
    const { id: _, ...user } = aUser({ name: "Zoë \u{1F600} العربية" });
    await storage.write(({ users }) => users.create(user));
    const bytes = Buffer.from(await exported());
    for (const size of [1, 2, 3, 7, 1_000_000]) {
      const open: OpenExport = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      expect((await checkExport(open)).totals["users"]?.rows).toBe(1);
    }
  });
});

describe("A damaged export", () => {
  const line = (table: string, ...values: (string | number)[]) => JSON.stringify([table, ...values]);
  const tables = Object.fromEntries(movedTables.map(({ name }) => [name, ["a", "b"]]));
  const header = {
    format: "mubarokah-id",
    version: 1,
    id: "x",
    created_at: "",
    migrations: [],
    secret_keys: [],
    tables,
  };
  const rows = [line("users", 1, "Siti"), line("users", 2, "Budi"), line("clients", "c", "Toko")];
  const totals = Object.fromEntries(
    movedTables.map(({ name }) => {
      const sum = new RowSum();
      for (const row of rows.filter((each) => each.startsWith(`["${name}"`))) sum.add(row);
      return [name, sum.total];
    }),
  );
  const check = (...lines: readonly (string | object)[]) =>
    checkExport(async function* () {
      yield Buffer.from(
        lines.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("\n"),
      );
    });
  const end = { totals };
  const [first = "", second = "", third = ""] = rows;

  it("is told from a whole one", async () => {
    expect((await check(header, ...rows, end)).rows).toBe(3);
    expect((await check(header, ...rows, end, "")).rows).toBe(3);
  });

  const damages: Readonly<Record<string, readonly (string | object)[]>> = {
    "with a letter changed": [header, first.replace("Siti", "Sitj"), second, third, end],
    "with a row lost": [header, first, third, end],
    "with a row twice": [header, first, first, third, end],
    "with rows out of order": [header, third, first, second, end],
    "with a value too many": [header, line("users", 1, "Siti", "x"), second, third, end],
    "with a foreign table": [header, ...rows, line("migrations", "0001", "x"), end],
    "with a broken row": [header, first, "[", second, third, end],
    "without an end": [header, ...rows],
    "without a beginning": [...rows, end],
    "with nothing but a beginning": [header],
    "with two beginnings": [header, header, ...rows, end],
    "of a later version": [{ ...header, version: 2 }, ...rows, end],
    "that is empty": [],
    "of something else": ["id,name", "1,Siti"],
  };
  it.each(Object.entries(damages))("%s is found out", async (_what, lines) => {
    await expect(check(...lines)).rejects.toThrow(TransferError);
  });
});

describe("A row's line", () => {
  it("holds only what both databases can hold", () => {
    const line = rowLine("users", ["a\0b", "\ud800", "\u{1F600}", 12, null]);
    expect(parseRowLine(line)).toEqual({
      table: "users",
      values: ["a\uFFFDb", "\uFFFD", "\u{1F600}", 12, null],
    });
  });

  it("is not read when it was not written so", () => {
    for (const line of [
      "",
      "{}",
      "[]",
      "[1]",
      '["users",1.5]',
      '["users",true]',
      '["users",[1]]',
      '["users",9007199254740993]',
    ])
      expect(parseRowLine(line), line).toBeUndefined();
  });

  it("adds up to the same in any order, and to something else when one is lost, changed or doubled", () => {
    const sum = (...lines: string[]) => {
      const all = new RowSum();
      for (const line of lines) all.add(line);
      return all.total.checksum;
    };
    expect(sum("a", "b", "c")).toBe(sum("c", "a", "b"));
    for (const other of [sum("a", "b"), sum("a", "b", "d"), sum("a", "b", "c", "c"), sum()])
      expect(other).not.toBe(sum("a", "b", "c"));
  });

  it("has an end, or no export is that long", async () => {
    const endless: AsyncIterable<Uint8Array> = (async function* () {
      for (;;) yield Buffer.alloc(1024 * 1024, "x");
    })();
    await expect(linesOf(endless).next()).rejects.toThrow("no export");
  });
});
