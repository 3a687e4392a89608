import type { DeleteResult } from "kysely";
import type { Db } from "./database.ts";

type Step = (db: Db, clientId: string, limit: number) => Promise<DeleteResult>;

/** Members of a family before the family, so that no deletion drags along more rows than it counts. */
const steps: readonly Step[] = [
  (db, clientId, limit) => own(db, "access_tokens", clientId, limit),
  (db, clientId, limit) => ofFamilies(db, "authorization_codes", clientId, limit),
  (db, clientId, limit) => ofFamilies(db, "refresh_tokens", clientId, limit),
  (db, clientId, limit) => own(db, "authorizations", clientId, limit),
  (db, clientId, limit) => own(db, "interactions", clientId, limit),
  (db, clientId, limit) => own(db, "failures", clientId, limit),
  (db, clientId, limit) => own(db, "failure_counts", clientId, limit),
  (db, clientId, limit) => consents(db, clientId, limit),
];

/** Deletes at most `limit` rows of what only this client has; resolves to how many. */
export async function drainClient(db: Db, clientId: string, limit: number): Promise<number> {
  let removed = 0;
  for (const step of steps) {
    removed += Number((await step(db, clientId, limit - removed)).numDeletedRows);
    if (removed >= limit) break;
  }
  return removed;
}

type Owned = "access_tokens" | "authorizations" | "interactions" | "failures" | "failure_counts";

function own(db: Db, table: Owned, clientId: string, limit: number): Promise<DeleteResult> {
  const some = db.selectFrom(table).select("id").where("client_id", "=", clientId).limit(limit);
  return db.deleteFrom(table).where("id", "in", some).executeTakeFirstOrThrow();
}

function ofFamilies(
  db: Db,
  table: "authorization_codes" | "refresh_tokens",
  clientId: string,
  limit: number,
): Promise<DeleteResult> {
  const families = db.selectFrom("authorizations").select("id").where("client_id", "=", clientId);
  const some = db.selectFrom(table).select("id").where("authorization_id", "in", families).limit(limit);
  return db.deleteFrom(table).where("id", "in", some).executeTakeFirstOrThrow();
}

function consents(db: Db, clientId: string, limit: number): Promise<DeleteResult> {
  const some = db.selectFrom("consents").select("user_id").where("client_id", "=", clientId).limit(limit);
  return db
    .deleteFrom("consents")
    .where("client_id", "=", clientId)
    .where("user_id", "in", some)
    .executeTakeFirstOrThrow();
}
