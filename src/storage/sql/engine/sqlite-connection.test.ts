import { describe, expect, it } from "vitest";
import { SqliteConnection } from "./sqlite-connection.ts";

describe("A connection's prepared statements", () => {
  it("stay right when there are more different ones than are kept", () => {
    const connection = new SqliteConnection(":memory:");
    for (const round of [1, 2]) {
      for (let n = 0; n < 600; n++) {
        const { rows } = connection.run<{ sum: number }>(`select ${n} + ? as sum`, [round]);
        expect(rows).toEqual([{ sum: n + round }]);
      }
    }
    connection.close();
  });

  it("follow a change of the tables", () => {
    const connection = new SqliteConnection(":memory:");
    connection.run("create table t (a bigint)");
    connection.run("insert into t values (1)");
    expect(connection.run("select * from t").rows).toEqual([{ a: 1 }]);
    connection.run("alter table t add column b text");
    expect(connection.run("select * from t").rows).toEqual([{ a: 1, b: null }]);
    connection.close();
  });

  it("give rows as they are: none, several, with nothing in them, and of two columns of one name the last", () => {
    const connection = new SqliteConnection(":memory:");
    connection.run("create table t (a bigint, b text)");
    expect(connection.run("select * from t").rows).toEqual([]);
    expect(connection.run("insert into t values (1, null), (2, 'x') returning b, a").rows).toEqual([
      { b: null, a: 1 },
      { b: "x", a: 2 },
    ]);
    expect(connection.run("select a, b as a from t order by 1").rows).toEqual([{ a: null }, { a: "x" }]);
    expect(connection.run("update t set a = 3")).toEqual({ rows: [], numAffectedRows: 2n });
    connection.close();
  });

  it("keep those in use when many others pass by", () => {
    const connection = new SqliteConnection(":memory:");
    connection.run("create table t (a bigint)");
    for (let n = 0; n < 600; n++) {
      connection.run("insert into t values (?)", [n]);
      expect(connection.run(`select count(*) as n, ${n} as m from t`).rows).toEqual([{ n: n + 1, m: n }]);
    }
    connection.close();
  });
});
