import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Database, Db } from "../database.ts";

export type Execute = (query: CompiledQuery) => Promise<QueryResult<unknown>>;

/** Kysely writes the SQL, `execute` runs it; transactions are the engine's affair. */
export function kyselyOver(execute: Execute): Db {
  return new Kysely<Database>({
    dialect: {
      createDriver: () => new ExecuteDriver(execute),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createAdapter: () => new UnqueuedAdapter(),
      createIntrospector: (db) => new SqliteIntrospector(db),
    },
  });
}

/** Kysely would queue all queries of an instance behind one another; here nothing needs that. */
class UnqueuedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class ExecuteDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(execute: Execute) {
    this.#connection = {
      executeQuery: <Row>(query: CompiledQuery) => execute(query) as Promise<QueryResult<Row>>,
      streamQuery: () => refuse("Streaming"),
    };
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    refuse("A transaction of Kysely's");
  }

  async commitTransaction(): Promise<void> {
    refuse("A transaction of Kysely's");
  }

  async rollbackTransaction(): Promise<void> {
    refuse("A transaction of Kysely's");
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

function refuse(what: string): never {
  throw new Error(`${what} is not to be had here: use Storage.write.`);
}
