import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { allNotes, change, note, onNotes, raise } from "../../../../test/support/postgres-notes.ts";
import { StorageUnavailable } from "../../port/storage.ts";

const { aside, open } = onNotes();

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
    expect((await allNotes(engine.committed)).map(({ id }) => id)).toEqual([1, 2, 13]);
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
    const texts = (await allNotes(engine.committed)).map(({ text }) => text);
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
    expect(await allNotes(engine.committed)).toHaveLength(2);
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
    expect((await allNotes(engine.committed)).map(({ id }) => id)).toEqual([1, 2, 13]);
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
    expect((await allNotes(engine.committed)).at(-1)?.text).toBe("a\ufffdb\ufffdc");
    const found = await sql`select id from notes where text = ${"one\0"}`.execute(engine.committed);
    expect(found.rows).toEqual([]);
  });
});
