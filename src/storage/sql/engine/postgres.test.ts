import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { allNotes, note, onNotes, raise } from "../../../../test/support/postgres-notes.ts";
import { withDatabase } from "../../../../test/support/postgres-sql.ts";
import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import type { Engine } from "./engine.ts";

const { aside, open, url } = onNotes();

describe("PostgreSQL", () => {
  it("that changed a table meanwhile is asked again with fresh statements", async () => {
    const engine = await open({ connections: 3 });
    const read = () => Promise.all([1, 2, 3, 4, 5, 6].map(() => allNotes(engine.committed)));
    await read();
    await aside("alter table notes add column more text");
    for (const rows of await read()) expect(rows[0]).toEqual({ id: 1, text: "one", more: null });
    await aside("alter table notes drop column more");
    const inUnit = await engine.write((db) => allNotes(db));
    expect(inUnit[0]).toEqual({ id: 1, text: "one" });
  });

  it("is asked for more different statements than it has to keep", async () => {
    const engine = await open({ connections: 1 });
    for (let n = 0; n < 400; n++) {
      const { rows } = await sql.raw(`select ${n} as n`).execute(engine.committed);
      expect(rows).toEqual([{ n }]);
    }
    const kept = sql<{ kept: number }>`select count(*) as kept from pg_prepared_statements`;
    const { rows } = await kept.execute(engine.committed);
    expect(rows[0]?.kept).toBeLessThanOrEqual(256);
  });

  it("gives whole numbers, and none that JavaScript would round", async () => {
    const engine = await open();
    const number = (text: string) => sql.raw(`select ${text}::bigint as n`).execute(engine.committed);
    expect((await number("9007199254740991")).rows).toEqual([{ n: 9_007_199_254_740_991 }]);
    await expect(number("9007199254740992")).rejects.toThrow(RangeError);
  });

  it("waits for the disk of every commit but of what is done again", async () => {
    await aside(`alter database ${new URL(url()).pathname.slice(1)} set synchronous_commit = on`);
    const engine = await open({ connections: 1 });
    const level = (db: Db) => sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(db);
    const levels = [await engine.writeUnsynced(level), await engine.write(level)];
    expect(levels.map(({ rows }) => rows[0]?.synchronous_commit)).toEqual(["off", "on"]);
  });

  it("that is read-only refuses units and is read all the same", async () => {
    await aside(`alter database ${new URL(url()).pathname.slice(1)} set default_transaction_read_only = on`);
    const engine = await open();
    expect(await allNotes(engine.committed)).toHaveLength(2);
    await expect(engine.write((db) => note(3, "x").execute(db))).rejects.toThrow(StorageUnavailable);
  });

  it.each(["53100", "53200", "58030", "57014", "XX001"])(
    "out of order (%s) is unavailable",
    async (state) => {
      const engine = await open();
      const failed = engine.write((db) => raise(state).execute(db));
      await expect(failed).rejects.toMatchObject({ name: "StorageUnavailable", cause: { code: state } });
    },
  );

  it("that takes no more connections is unavailable, and the refused are not lost to the pool", async () => {
    const name = new URL(url()).pathname.slice(1);
    await aside(`create role few_${name} login password 'x' connection limit 1`);
    await aside(`grant select on notes to few_${name}`);
    const other = new URL(url());
    other.username = `few_${name}`;
    other.password = "x";
    const engine = await open({ connections: 5 }, other.href);
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => allNotes(engine.committed)));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ name: "StorageUnavailable" });
    expect(await allNotes(engine.committed)).toHaveLength(2);
    await engine.close();
    await aside(`drop owned by few_${name}; drop role few_${name}`);
  });

  it("that cannot be reached says why, and never the password", async () => {
    const other = new URL(url());
    other.password = "not-the-password";
    const failed = await allNotes((await open({}, other.href)).committed).catch((error) => error);
    expect(failed).toMatchObject({ name: "StorageUnavailable", message: expect.stringMatching(/password/) });
    const told = [failed.message, failed.cause.message, JSON.stringify(failed.cause), failed.stack];
    expect(told.join(" ")).not.toContain("not-the-password");
  });

  it("goes on with nothing that was given up here", async () => {
    const engine = await open({ patience: 300 });
    await expect(sql`select pg_sleep(30)`.execute(engine.committed)).rejects.toThrow(StorageUnavailable);
    await expect
      .poll(() => aside("select pid from pg_stat_activity where query like 'select pg_sleep(30)%'"))
      .toEqual([]);
  });

  it("lets one process change tables at a time, and the next when the first is done or dead", async () => {
    const [first, second] = [await open(), await open()];
    const steps: string[] = [];
    const work = (engine: Engine, name: string) =>
      engine.alone(async (db) => {
        steps.push(`${name} begins`);
        await sql`select pg_sleep(0.3)`.execute(db);
        steps.push(`${name} ends`);
      });
    await Promise.all([work(first, "a"), work(second, "b")]);
    expect(steps.map((step) => step.slice(2))).toEqual(["begins", "ends", "begins", "ends"]);
    const left = (milliseconds: number) =>
      aside(`insert into migration_lock values ('migrations', 'dead',
        cast(extract(epoch from clock_timestamp()) * 1000 as bigint) + ${milliseconds})`);
    await left(700);
    const began = performance.now();
    await work(first, "c");
    expect(performance.now() - began).toBeGreaterThan(600);
    expect(await aside("select * from migration_lock")).toEqual([]);
  });

  it("does not make everybody wait behind a table that somebody else keeps", async () => {
    const engine = await open();
    await withDatabase(url(), async (run) => {
      await run("begin");
      await run("select * from notes");
      const altered = engine.alone((db) => sql`alter table notes add column more text`.execute(db));
      for (let n = 0; n < 10; n++) expect(await allNotes(engine.committed)).toHaveLength(2);
      await run("commit");
      await altered;
    });
    expect((await allNotes(engine.committed))[0]).toHaveProperty("more");
  });
});
