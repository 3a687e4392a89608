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
});
