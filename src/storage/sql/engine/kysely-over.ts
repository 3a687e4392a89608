import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type DialectAdapter,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteQueryCompiler,
} from "kysely";
import type { Database, Db } from "../database.ts";

/** All that a database needs to know of a query. */
export type Statement = Pick<CompiledQuery, "sql" | "parameters">;

export type Execute = (statement: Statement) => Promise<QueryResult<unknown>>;

/** How a database wants its statements written. */
export interface Grammar {
  readonly compiler: QueryCompiler;
  readonly adapter: DialectAdapter;
}

/** Kysely would queue all queries of an instance behind one another; here nothing needs that. */
class UnqueuedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

export const sqliteGrammar: Grammar = {
  compiler: new SqliteQueryCompiler(),
  adapter: new UnqueuedAdapter(),
};

export const postgresGrammar: Grammar = {
  compiler: new PostgresQueryCompiler(),
  adapter: new PostgresAdapter(),
};

/** Kysely writes the SQL, `execute` runs it; transactions are the engine's affair. */
export function kyselyOver(execute: Execute, grammar: Grammar = sqliteGrammar): Db {
  const db: Db = new Kysely<Database>({
    dialect: {
      createDriver: () => new ExecuteDriver(execute),
      createQueryCompiler: () => grammar.compiler,
      createAdapter: () => grammar.adapter,
      createIntrospector: (): DatabaseIntrospector => refuse("Introspection"),
    },
  });
  executes.set(db, execute);
  return db;
}

const executes = new WeakMap<Db, Execute>();

/** What runs the statements of a `Db`, for those that are written already. */
export function executeOf(db: Db): Execute {
  const execute = executes.get(db);
  if (!execute) throw new Error("A Db that no engine made.");
  return execute;
}

/** `with` is left out: PostgreSQL takes statements that begin so and write. */
export function isRead({ sql }: Pick<Statement, "sql">): boolean {
  return /^\s*select\b/.test(sql);
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
