import { type DeleteResult, sql } from "kysely";
import type { PurgeResult } from "../port/storage.ts";
import type { Db } from "./database.ts";

const day = 24 * 60 * 60 * 1000;
/** Codes and tokens stay known for so long past their expiry, so that an answer can say which it was. */
const tokenGrace = 7 * day;
const interactionGrace = day;
const challengeGrace = day;
/** Longer than any page looks back. */
const hourlyCountAge = 35 * day;
const messageAge = 7 * day;
/** Failing requests of applications, one by one and counted. */
const failureAge = 7 * day;
const failureCountAge = 30 * day;
/** Browsers keep no cookie longer than this (RFC 6265bis §5.5). */
const deviceAge = 400 * day;

type Step = (db: Db, now: number, limit: number) => Promise<DeleteResult>;

/** Members of a family before the family, so that no deletion drags along more rows than it counts. */
const steps: readonly Step[] = [
  (db, now, limit) => past(db, "authorization_codes", "expires_at", now - tokenGrace, limit),
  (db, now, limit) => past(db, "access_tokens", "expires_at", now - tokenGrace, limit),
  (db, now, limit) => refreshTokens(db, now - tokenGrace, limit),
  (db, now, limit) => families(db, now, now - tokenGrace, limit),
  (db, now, limit) => past(db, "interactions", "expires_at", now - interactionGrace, limit),
  (db, now, limit) => past(db, "browsers", "expires_at", now, limit),
  (db, now, limit) => past(db, "challenges", "expires_at", now - challengeGrace, limit),
  (db, now, limit) => past(db, "spent_challenges", "expires_at", now, limit),
  (db, now, limit) => trustedDevices(db, now, limit),
  (db, now, limit) => messages(db, now - messageAge, limit),
  (db, now, limit) => devices(db, now - deviceAge, limit),
  (db, now, limit) => past(db, "allowances", "ends_at", now, limit),
  (db, now, limit) => past(db, "failures", "at", now - failureAge, limit),
  (db, now, limit) => past(db, "failure_counts", "hour", now - failureCountAge, limit),
  (db, now, limit) => past(db, "hourly_counts", "hour", now - hourlyCountAge, limit),
  (db, now, limit) => past(db, "nodes", "seen_at", now - day, limit),
];

export async function purge(db: Db, now: number, limit: number): Promise<PurgeResult> {
  let removed = 0;
  for (const step of steps) {
    removed += Number((await step(db, now, limit - removed)).numDeletedRows);
    if (removed >= limit) return { removed, more: true };
  }
  return { removed, more: false };
}

/** Tables whose rows go by one date of their own. */
type Dated =
  | "authorization_codes"
  | "access_tokens"
  | "interactions"
  | "browsers"
  | "challenges"
  | "spent_challenges"
  | "allowances"
  | "failures"
  | "failure_counts"
  | "hourly_counts"
  | "nodes";

function past(db: Db, table: Dated, date: string, before: number, limit: number): Promise<DeleteResult> {
  // In order, or a database with old statistics walks the table, past all that was deleted before.
  const some = db
    .selectFrom(table)
    .select("id")
    .where(sql.ref(date), "<", before)
    .orderBy(sql.ref(date))
    .limit(limit);
  return db.deleteFrom(table).where("id", "in", some).executeTakeFirstOrThrow();
}

/**
 * The families that have been over for longest, no more than a batch has rows: each batch empties them, deletes them and so
 * finds others. Whoever looked for all of them would pass those that are empty already again and again.
 */
function oldestFamilies(db: Db, before: number, limit: number) {
  return db
    .selectFrom("authorizations")
    .select("id")
    .where("expires_at", "<", before)
    .orderBy("expires_at")
    .limit(limit);
}

/** All of a family at once: a used one is needed for as long as its family may be asked for. */
function refreshTokens(db: Db, before: number, limit: number): Promise<DeleteResult> {
  const some = db
    .selectFrom("refresh_tokens")
    .select("id")
    .where("authorization_id", "in", oldestFamilies(db, before, limit))
    .where("expires_at", "<", before)
    .limit(limit);
  return db.deleteFrom("refresh_tokens").where("id", "in", some).executeTakeFirstOrThrow();
}

/** The codes and tokens of a row of `authorizations`, and when the last of each kind expires. */
const members = ["authorization_codes", "access_tokens", "refresh_tokens"].map((table) => {
  const own = sql`from ${sql.table(table)} where authorization_id = authorizations.id`;
  return { none: sql<boolean>`not exists (select 1 ${own})`, last: sql`(select max(expires_at) ${own})` };
});

/** Only empty ones, whatever their own expiry says: deleting a family deletes its members. */
async function families(db: Db, now: number, before: number, limit: number): Promise<DeleteResult> {
  const among = oldestFamilies(db, before, limit);
  let empty = db.deleteFrom("authorizations").where("id", "in", among);
  for (const { none } of members) empty = empty.where(none);
  const result = await empty.executeTakeFirstOrThrow();
  // One whose expiry is wrong would be the oldest for ever: it is looked at again in a week.
  if (Number(result.numDeletedRows) < limit)
    await db
      .updateTable("authorizations")
      .set({ expires_at: now })
      .where("id", "in", among)
      .where(({ or }) => or(members.map(({ last }) => sql<boolean>`${last} >= ${before}`)))
      .execute();
  return result;
}

/** Never one that still waits to be sent. */
function messages(db: Db, before: number, limit: number): Promise<DeleteResult> {
  return db
    .deleteFrom("messages")
    .where("id", "in", (query) =>
      query
        .selectFrom("messages")
        .select("id")
        .where("created_at", "<", before)
        .where(({ or, eb }) => or([eb("sent_at", "is not", null), eb("failed_at", "is not", null)]))
        .limit(limit),
    )
    .executeTakeFirstOrThrow();
}

function devices(db: Db, before: number, limit: number): Promise<DeleteResult> {
  return db
    .deleteFrom("known_devices")
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("user_id", "device_hash"),
        "in",
        selectFrom("known_devices")
          .select(["user_id", "device_hash"])
          .where("last_seen_at", "<", before)
          .limit(limit)
          .$asTuple("user_id", "device_hash"),
      ),
    )
    .executeTakeFirstOrThrow();
}

function trustedDevices(db: Db, before: number, limit: number): Promise<DeleteResult> {
  const past = db.selectFrom("trusted_devices").where("expires_at", "<", before).limit(limit);
  return db
    .deleteFrom("trusted_devices")
    .where(({ eb, refTuple }) =>
      eb(refTuple("user_id", "hash"), "in", past.select(["user_id", "hash"]).$asTuple("user_id", "hash")),
    )
    .executeTakeFirstOrThrow();
}
