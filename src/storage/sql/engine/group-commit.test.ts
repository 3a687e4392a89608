import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import { type EngineOptions, engineDefaults } from "./engine.ts";
import { GroupCommit } from "./group-commit.ts";
import { SqliteConnection } from "./sqlite-connection.ts";

/** A connection that notes what it is told to run. */
class Noting extends SqliteConnection {
  readonly notes: string[] = [];

  override run<Row>(...given: Parameters<SqliteConnection["run"]>) {
    this.notes.push(given[0]);
    return super.run<Row>(...given);
  }
}

describe("A shared commit", () => {
  let connection: Noting;

  beforeEach(() => {
    connection = new Noting(":memory:");
    connection.run("create table notes (text text not null)");
    connection.notes.length = 0;
  });
  afterEach(() => connection.close());

  const commits = (given: Partial<EngineOptions> = {}) =>
    new GroupCommit(connection, { ...engineDefaults, ...given }, () => {});
  /** However slow the machine. */
  const inTime = { commitBudget: 60_000, patience: 60_000 };
  const note = (text: string) => (db: Db) => sql`insert into notes values (${text})`.execute(db);
  const stored = () =>
    connection.run<{ text: string }>("select text from notes").rows.map(({ text }) => text);
  const times = (statement: string) => connection.notes.filter((one) => one === statement).length;

  it("holds all units that wait in one turn", async () => {
    const group = commits(inTime);
    await Promise.all(["a", "b", "c"].map((text) => group.write(note(text))));
    expect(stored()).toEqual(["a", "b", "c"]);
    expect([times("begin immediate"), times("savepoint unit"), times("commit")]).toEqual([1, 0, 1]);
  });

  it("is begun anew, with savepoints, when a unit fails that had changed something", async () => {
    const group = commits(inTime);
    const runs: string[] = [];
    const outcomes = await Promise.allSettled(
      ["a", "b", "c", "d"].map((text) =>
        group.write(async (db) => {
          runs.push(text);
          await note(text)(db);
          if (text === "b" || text === "d") throw new Error(text);
          return text;
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
    expect(outcomes[1]).toMatchObject({ reason: { message: "b" } });
    expect(stored()).toEqual(["a", "c"]);
    expect(runs.join("")).toBe("ababcdcd");
  });

  it("goes on when a unit fails that had changed nothing", async () => {
    const group = commits(inTime);
    const refused = group.write(async (db) => {
      await sql`select * from notes`.execute(db);
      throw new Error("refused");
    });
    const outcomes = await Promise.allSettled([group.write(note("a")), refused, group.write(note("b"))]);
    expect(outcomes[1]).toMatchObject({ reason: { message: "refused" } });
    expect(stored()).toEqual(["a", "b"]);
    expect([times("begin immediate"), times("rollback"), times("savepoint unit")]).toEqual([1, 0, 0]);
  });

  it("waits once for a unit that awaits something foreign, whatever it had changed", async () => {
    const group = commits({ ...inTime, unitLimit: 100 });
    let runs = 0;
    const foreign = group.write(async (db) => {
      runs += 1;
      await note("foreign")(db);
      await sleep(400);
      await note("later")(db);
    });
    const outcomes = await Promise.allSettled([group.write(note("a")), foreign, group.write(note("b"))]);
    expect(outcomes[1]).toMatchObject({ reason: { message: expect.stringContaining("other than") } });
    await sleep(500);
    expect([stored(), runs]).toEqual([["a", "b"], 1]);
  });

  it("holds no more units than it may, and the others are not forgotten", async () => {
    const group = commits({ unitsPerCommit: 2 });
    await Promise.all(["a", "b", "c", "d", "e"].map((text) => group.write(note(text))));
    expect(stored()).toHaveLength(5);
    expect(times("commit")).toBe(3);
  });

  it("ends when its time is over", async () => {
    const group = commits({ commitBudget: 0 });
    await Promise.all(["a", "b", "c"].map((text) => group.write(note(text))));
    expect(times("commit")).toBe(3);
  });

  it("lets the event loop run between two", async () => {
    const group = commits({ unitsPerCommit: 1 });
    let turns = 0;
    const count = () => {
      turns += 1;
      if (turns < 1_000) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(["a", "b", "c", "d"].map((text) => group.write(note(text))));
    expect(turns).toBeGreaterThanOrEqual(3);
    turns = 1_000;
  });

  it("is refused as overload when too many wait, and nothing of the refused is done", async () => {
    const group = commits({ maxWaiting: 3 });
    const outcomes = await Promise.allSettled(["a", "b", "c", "d"].map((text) => group.write(note(text))));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
    expect(outcomes[3]).toMatchObject({ reason: { name: "StorageUnavailable", overloaded: true } });
    expect(stored()).toEqual(["a", "b", "c"]);
    await group.write(note("e"));
    expect(stored()).toHaveLength(4);
  });

  it("is refused as overload to those who waited longer than the patience", async () => {
    const group = commits({ patience: 100, unitLimit: 200, unitsPerCommit: 1 });
    const outcomes = await Promise.allSettled([group.write(() => sleep(1_000)), group.write(note("late"))]);
    expect(outcomes[1]).toMatchObject({ status: "rejected", reason: { overloaded: true } });
    expect(stored()).toEqual([]);
  });

  it("that cannot be made rejects all, those that failed by themselves included, and none is stored", async () => {
    connection.run("create table parents (id bigint primary key)");
    connection.run("create table children (id bigint references parents (id) deferrable initially deferred)");
    const group = commits();
    const outcomes = await Promise.allSettled([
      group.write(note("a")),
      group.write((db) => sql`insert into children values (1)`.execute(db)),
      group.write(() => Promise.reject(new Error("its own"))),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(StorageUnavailable) });
    }
    expect(stored()).toEqual([]);
    await group.write(note("b"));
    expect(stored()).toEqual(["b"]);
  });

  it("survives a full disk: SQLite undoes it all, who was in it is told so, and the next one works", async () => {
    connection.run("pragma max_page_count = 20");
    const group = commits();
    const texts = ["a", "x".repeat(200_000), "b"];
    const outcomes = await Promise.allSettled(texts.map((text) => group.write(note(text))));
    const full = { name: "StorageUnavailable", overloaded: false, cause: { errcode: 13 } };
    expect(outcomes.slice(0, 2)).toMatchObject([{ reason: full }, { reason: full }]);
    expect(outcomes[2]?.status).toBe("fulfilled");
    expect(stored()).toEqual(["b"]);
  });

  it("that the database undid by itself rejects every unit in it, and lets no later query slip out of it", async () => {
    const group = commits();
    const outcomes = await Promise.allSettled([
      group.write(note("a")),
      group.write(async (db) => {
        connection.run("rollback");
        await note("alone")(db).catch(() => {});
      }),
      group.write(note("b")),
    ]);
    expect(outcomes[0]).toMatchObject({ status: "rejected", reason: expect.any(StorageUnavailable) });
    expect(outcomes[1]).toMatchObject({ status: "rejected", reason: expect.any(StorageUnavailable) });
    expect(outcomes[2]?.status).toBe("fulfilled");
    expect(stored()).toEqual(["b"]);
  });
});
