import type { CustomTypesConfig, PoolConfig } from "pg";
import type { EngineOptions } from "./engine.ts";
import { watchConnection } from "./postgres-facts.ts";

const bigint = 20;
/** Milliseconds after which the server ends the transaction of a node that has died without a word. */
const abandonedTransaction = 10_000;
/** Milliseconds. */
const unusedConnection = 30_000;

/** What `pg` is told. Settings in the URL (`sslmode`, `application_name`, …) go before these. */
export function poolSettings(url: string, options: EngineOptions, parsers: CustomTypesConfig): PoolConfig {
  return {
    connectionString: url,
    fallback_application_name: "mubarokah-id",
    max: options.connections,
    // Who asked has given up by then and was told so.
    connectionTimeoutMillis: options.patience + 100,
    idleTimeoutMillis: unusedConnection,
    keepAlive: true,
    // Nobody waits for an answer any more by then. Not among the startup parameters: poolers refuse those they don't know.
    onConnect: (client) => {
      watchConnection(client);
      return client.query(
        `set statement_timeout = ${options.patience}; set idle_in_transaction_session_timeout = ${abandonedTransaction}`,
      );
    },
    types: {
      getTypeParser: (type: number, format?: "text" | "binary") =>
        type === bigint ? safeInteger : parsers.getTypeParser(type, format as "text"),
    },
  };
}

/** Ids, counts and milliseconds: all of them far below 2^53, and anything above is not to be rounded in silence. */
export function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`The number ${text} of the database is too large.`);
  return number;
}
