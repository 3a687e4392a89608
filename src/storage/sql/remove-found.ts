import type { Db } from "./database.ts";

/** Tables that are emptied in batches, by the id of each row. */
export type Batched =
  | "access_tokens"
  | "allowances"
  | "authorization_codes"
  | "authorizations"
  | "browsers"
  | "challenges"
  | "failure_counts"
  | "failures"
  | "hourly_counts"
  | "interactions"
  | "messages"
  | "nodes"
  | "refresh_tokens"
  | "spent_challenges";

interface Query {
  execute(): Promise<readonly { readonly id: string }[]>;
}

/**
 * Finds rows first, then deletes them by name; resolves to how many. As one statement it is up to the database's statistics,
 * which know little of a table that is being emptied, whether all of it is looked at.
 */
export async function removeFound(db: Db, table: Batched, query: Query): Promise<number> {
  const ids = (await query.execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const result = await db.deleteFrom(table).where("id", "in", ids).executeTakeFirstOrThrow();
  return Number(result.numDeletedRows);
}
