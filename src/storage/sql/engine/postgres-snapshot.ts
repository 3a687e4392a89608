import type { Db } from "../database.ts";
import { isRead, kyselyOver, postgresGrammar } from "./kysely-over.ts";
import type { Line } from "./postgres-line.ts";
import { onlyReads } from "./unit-errors.ts";

/** All reads see the database as it was at the first. Whoever reads may pause between them for as long as a file needs. */
export async function readUnchanging<Result>(line: Line, read: (db: Db) => Promise<Result>): Promise<Result> {
  await line.command("begin isolation level repeatable read read only");
  await line.command(
    "set local statement_timeout = 60000; set local idle_in_transaction_session_timeout = 0",
  );
  const result = await read(
    kyselyOver(async (query) => {
      if (!isRead(query)) throw onlyReads();
      return line.run(query.sql, query.parameters);
    }, postgresGrammar),
  );
  await line.command("commit");
  return result;
}
