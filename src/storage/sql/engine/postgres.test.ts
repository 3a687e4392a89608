import { type RawBuilder, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PostgresDatabase, postgresDatabase } from "../../../../test/support/postgres.ts";
import { withDatabase } from "../../../../test/support/postgres-sql.ts";
import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import { type Engine, type EngineOptions, engineDefaults } from "./engine.ts";
import { openPostgres } from "./postgres.ts";

let database: PostgresDatabase;
const engines: Engine[] = [];

beforeEach(async () => {
  database = await postgresDatabase("empty");
  await aside("create table notes (id bigint not null primary key, text text not null)");
  await aside("insert into notes values (1, 'one'), (2, 'two')");
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  await database.remove();
});

/** Beside the engine, as somebody else would. */
function aside(statement: string) {
  return withDatabase(database.url, (run) => run(statement));
}

async function open(given: Partial<EngineOptions> = {}, url = database.url): Promise<Engine> {
  const engine = await openPostgres(url, { ...engineDefaults, ...given });
  engines.push(engine);
  return engine;
}

const note = (id: number, text: string) => sql`insert into notes values (${id}, ${text})`;
const change = (id: number, text: string) => sql`update notes set text = ${text} where id = ${id}`;
const all = async (db: Db) =>
  (await sql<{ id: number; text: string }>`select * from notes order by id`.execute(db)).rows;
const raise = (state: string): RawBuilder<unknown> =>
  sql.raw(`do $$ begin raise exception 'as told' using errcode = '${state}'; end $$`);

describe("A unit on PostgreSQL", () => {
  it.each(["40001", "40P01"])("that lost a race (%s) is run again from its start", async (state) => {
    const engine = await open();
    let turns = 0;
    await engine.write(async (db) => {
      turns += 1;
      await note(turns + 10, "once").execute(db);
      if (turns < 3) await raise(state).execute(db);
    });
    expect(turns).toBe(3);
    expect((await all(engine.committed)).map(({ id }) => id)).toEqual([1, 2, 13]);
  });

  it("is run again even when it took the lost race for something else", async () => {
    const engine = await open();
    let turns = 0;
    const answer = await engine.write(async (db) => {
      turns += 1;
      if (turns > 1) return "right";
      await raise("40001")
        .execute(db)
        .catch(() => {});
      return "wrong";
    });
    expect(answer).toBe("right");
  });

  it("that loses every race is refused as overload before its time is over", async () => {
    const engine = await open({ patience: 300 });
    const began = performance.now();
    const lost = engine.write((db) => raise("40001").execute(db));
    await expect(lost).rejects.toMatchObject({ name: "StorageUnavailable", overloaded: true });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it("that meets another in a circle waits for nobody for ever", async () => {
    const engine = await open({ patience: 5_000 });
    const crossing = (first: number, second: number) =>
      engine.write(async (db) => {
        await change(first, `by ${first}`).execute(db);
        await sql`select pg_sleep(0.2)`.execute(db);
        await change(second, `by ${first}`).execute(db);
      });
    await Promise.all([crossing(1, 2), crossing(2, 1)]);
    const texts = (await all(engine.committed)).map(({ text }) => text);
    expect(new Set(texts).size).toBe(1);
  });

  it("is told what it broke, without the values that were in the way", async () => {
    const engine = await open();
    const broken = await engine.write((db) => note(1, "secret").execute(db)).catch((error) => error);
    expect(broken).toMatchObject({ code: "23505", constraint: "notes_pkey" });
    expect(JSON.stringify({ ...broken, message: broken.message })).not.toMatch(/secret|\(1\)/);
  });

  it("that goes on after a failed statement is not taken for stored", async () => {
    const engine = await open();
    const heedless = engine.write(async (db) => {
      await note(10, "before").execute(db);
      await note(1, "again")
        .execute(db)
        .catch(() => {});
    });
    await expect(heedless).rejects.toThrow("went on after a failed statement");
    expect(await all(engine.committed)).toHaveLength(2);
  });

  it("whose connection is lost is run again on another, until its time is over", async () => {
    const engine = await open({ patience: 600 });
    const end = sql`select pg_terminate_backend(pg_backend_pid())`;
    let turns = 0;
    await engine.write(async (db) => {
      turns += 1;
      await note(turns + 10, "once").execute(db);
      if (turns < 3) await end.execute(db);
    });
    expect((await all(engine.committed)).map(({ id }) => id)).toEqual([1, 2, 13]);
    await expect(engine.write((db) => end.execute(db))).rejects.toThrow(StorageUnavailable);
  });

  it("whose connection is lost at the commit is not run again: it may be stored", async () => {
    await aside(`create function die() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
    await aside(`create constraint trigger die after insert on notes deferrable initially deferred
      for each row execute function die()`);
    const engine = await open();
    let turns = 0;
    const doubtful = engine.write(async (db) => {
      turns += 1;
      await note(10, "doubtful").execute(db);
    });
    await expect(doubtful).rejects.toThrow("whether it is stored is not known");
    await expect(doubtful).rejects.toThrow(StorageUnavailable);
    expect(turns).toBe(1);
  });

  it("takes NUL for a character that cannot be stored, as UTF-8 takes half a pair", async () => {
    const engine = await open();
    await engine.write((db) => note(10, "a\0b\ud800c").execute(db));
    expect((await all(engine.committed)).at(-1)?.text).toBe("a\ufffdb\ufffdc");
    const found = await sql`select id from notes where text = ${"one\0"}`.execute(engine.committed);
    expect(found.rows).toEqual([]);
  });
});

describe("PostgreSQL", () => {
  it("that changed a table meanwhile is asked again with fresh statements", async () => {
    const engine = await open({ connections: 3 });
    const read = () => Promise.all([1, 2, 3, 4, 5, 6].map(() => all(engine.committed)));
    await read();
    await aside("alter table notes add column more text");
    for (const rows of await read()) expect(rows[0]).toEqual({ id: 1, text: "one", more: null });
    await aside("alter table notes drop column more");
    const inUnit = await engine.write((db) => all(db));
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

  it("that is read-only refuses units and is read all the same", async () => {
    await aside(
      `alter database ${new URL(database.url).pathname.slice(1)} set default_transaction_read_only = on`,
    );
    const engine = await open();
    expect(await all(engine.committed)).toHaveLength(2);
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
    const name = new URL(database.url).pathname.slice(1);
    await aside(`create role few_${name} login password 'x' connection limit 1`);
    await aside(`grant select on notes to few_${name}`);
    const url = new URL(database.url);
    url.username = `few_${name}`;
    url.password = "x";
    const engine = await open({ connections: 5 }, url.href);
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => all(engine.committed)));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ name: "StorageUnavailable" });
    expect(await all(engine.committed)).toHaveLength(2);
    await engines.pop()?.close();
    await aside(`drop owned by few_${name}; drop role few_${name}`);
  });

  it("that cannot be reached says why, and never the password", async () => {
    const url = new URL(database.url);
    url.password = "not-the-password";
    const failed = await all((await open({}, url.href)).committed).catch((error) => error);
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
    await withDatabase(database.url, async (run) => {
      await run("begin");
      await run("select * from notes");
      const altered = engine.alone((db) => sql`alter table notes add column more text`.execute(db));
      for (let n = 0; n < 10; n++) expect(await all(engine.committed)).toHaveLength(2);
      await run("commit");
      await altered;
    });
    expect((await all(engine.committed))[0]).toHaveProperty("more");
  });
});
