import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { everyStatement, oneOfEach } from "../../../test/contract/every-statement.ts";
import { type PostgresDatabase, postgresDatabase } from "../../../test/support/postgres.ts";
import type { Db } from "./database.ts";
import { kyselyOver, postgresGrammar } from "./engine/kysely-over.ts";
import { SqliteConnection } from "./engine/sqlite-connection.ts";
import { readMigrations, statementsOf } from "./migrate.ts";
import { purge } from "./purge.ts";
import { repositories } from "./repositories.ts";

const statements = Object.entries(everyStatement);

describe("On SQLite", () => {
  let connection: SqliteConnection;
  /** How SQLite finds the rows of each statement that has run: "SEARCH t USING INDEX …" or "SCAN t". */
  let plans: string[];
  let db: Db;

  beforeEach(() => {
    connection = new SqliteConnection(":memory:");
    for (const statement of readMigrations().flatMap(({ script }) => statementsOf(script))) {
      connection.run(statement);
    }
    plans = [];
    db = kyselyOver(async ({ sql, parameters }) => {
      const plan = connection.run<{ detail: string }>(`explain query plan ${sql}`, parameters);
      plans.push(...plan.rows.map(({ detail }) => detail));
      return connection.run(sql, parameters);
    });
  });
  afterEach(() => connection.close());

  /** A scan in the order of an index stops at the limit; a scan of what a subquery found is as short as that. */
  function walksATable(plan: string): boolean {
    return plan.startsWith("SCAN ") && !/USING (COVERING )?INDEX|SUBQUERY|CONSTANT ROW/.test(plan);
  }

  it.each(statements)("%s walks no table", async (_name, run) => {
    const stores = repositories(db);
    await oneOfEach(stores);
    plans.length = 0;
    await run(stores);
    expect(plans.filter(walksATable)).toEqual([]);
  });

  it.each(
    statements.filter(([name]) =>
      /^(audit\.list|clients\.(page|queue)|(users|messages)\.(page|search))/.test(name),
    ),
  )("%s sorts nothing: an index has its order", async (_name, run) => {
    const stores = repositories(db);
    await oneOfEach(stores);
    plans.length = 0;
    await run(stores);
    expect(plans.filter((plan) => plan.includes("TEMP B-TREE"))).toEqual([]);
  });

  it("Purge walks no table", async () => {
    await oneOfEach(repositories(db));
    plans.length = 0;
    await purge(db, 1, 10);
    expect(plans.length).toBeGreaterThan(9);
    expect(plans.filter(walksATable)).toEqual([]);
  });
});

describe("On PostgreSQL", () => {
  let database: PostgresDatabase;
  let client: Client;
  /** Lines of plans, made without the scans that small tables invite: "Index Scan using …" or "Seq Scan on …". */
  const plans: string[] = [];
  const db = kyselyOver(async ({ sql, parameters }) => {
    const values = [...parameters];
    const plan = await client.query<{ "QUERY PLAN": string }>(`explain (costs off) ${sql}`, values);
    plans.push(...plan.rows.map((row) => row["QUERY PLAN"]));
    const { rows, rowCount } = await client.query(sql, values);
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }, postgresGrammar);
  const walks = () => plans.filter((line) => line.includes("Seq Scan"));

  beforeAll(async () => {
    database = await postgresDatabase("migrated");
    client = new Client(database.url);
    await client.connect();
    await client.query("set enable_seqscan = off");
    await oneOfEach(repositories(db));
  });
  afterAll(async () => {
    await client.end();
    await database.remove();
  });
  beforeEach(async () => {
    plans.length = 0;
    await client.query("begin");
  });
  afterEach(() => client.query("rollback"));

  it.each(statements)("%s has an index for each table", async (_name, run) => {
    await run(repositories(db));
    expect(plans).not.toEqual([]);
    expect(walks()).toEqual([]);
  });

  it("Purge has an index for each table", async () => {
    await purge(db, 1, 10);
    expect(walks()).toEqual([]);
  });
});
