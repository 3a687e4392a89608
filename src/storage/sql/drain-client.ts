import type { Db } from "./database.ts";
import { removeFound } from "./remove-found.ts";

/** Resolves to how many rows it has deleted. */
type Step = (db: Db, clientId: string, limit: number) => Promise<number>;

/** Members of a family before the family, so that no deletion drags along more rows than it counts. */
const steps: readonly Step[] = [
  (db, clientId, limit) => own(db, "access_tokens", clientId, limit),
  families,
  (db, clientId, limit) => own(db, "interactions", clientId, limit),
  (db, clientId, limit) => own(db, "failures", clientId, limit),
  (db, clientId, limit) => own(db, "failure_counts", clientId, limit),
  consents,
];

/** Deletes at most `limit` rows of what only this client has; resolves to how many. */
export async function drainClient(db: Db, clientId: string, limit: number): Promise<number> {
  let removed = 0;
  for (const step of steps) {
    removed += await step(db, clientId, limit - removed);
    if (removed >= limit) break;
  }
  return removed;
}

type Owned = "access_tokens" | "interactions" | "failures" | "failure_counts";

function own(db: Db, table: Owned, clientId: string, limit: number): Promise<number> {
  const some = db.selectFrom(table).select("id").where("client_id", "=", clientId).limit(limit);
  return removeFound(db, table, some);
}

/** A batch of them, emptied and then deleted: whoever looked at all of them would pass the empty ones again and again. */
async function families(db: Db, clientId: string, limit: number): Promise<number> {
  const first = db.selectFrom("authorizations").select("id").where("client_id", "=", clientId).limit(limit);
  const ids = (await first.execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  let removed = 0;
  for (const table of ["authorization_codes", "refresh_tokens"] as const) {
    const members = db.selectFrom(table).select("id").where("authorization_id", "in", ids);
    removed += await removeFound(db, table, members.limit(limit - removed));
    if (removed >= limit) return removed;
  }
  const empty = db.deleteFrom("authorizations").where("id", "in", ids.slice(0, limit - removed));
  return removed + Number((await empty.executeTakeFirstOrThrow()).numDeletedRows);
}

async function consents(db: Db, clientId: string, limit: number): Promise<number> {
  const some = db.selectFrom("consents").select("user_id").where("client_id", "=", clientId).limit(limit);
  const people = (await some.execute()).map(({ user_id }) => user_id);
  if (people.length === 0) return 0;
  const theirs = db.deleteFrom("consents").where("client_id", "=", clientId).where("user_id", "in", people);
  return Number((await theirs.executeTakeFirstOrThrow()).numDeletedRows);
}
