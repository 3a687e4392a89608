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
  (db, now, limit) => families(db, now - tokenGrace, limit),
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
  const some = db.selectFrom(table).select("id").where(sql.ref(date), "<", before).limit(limit);
  return db.deleteFrom(table).where("id", "in", some).executeTakeFirstOrThrow();
}

/** All of a family at once: a used one is needed for as long as its family may be asked for. */
function refreshTokens(db: Db, before: number, limit: number): Promise<DeleteResult> {
  return db
    .deleteFrom("refresh_tokens")
    .where("id", "in", (query) =>
      query
        .selectFrom("authorizations as family")
        .innerJoin("refresh_tokens as token", "token.authorization_id", "family.id")
        .select("token.id")
        .where("family.expires_at", "<", before)
        .where("token.expires_at", "<", before)
        .limit(limit),
    )
    .executeTakeFirstOrThrow();
}

/** Only empty ones, whatever their own expiry says: deleting a family deletes its members. */
function families(db: Db, before: number, limit: number): Promise<DeleteResult> {
  return db
    .deleteFrom("authorizations")
    .where("id", "in", (query) =>
      query
        .selectFrom("authorizations as family")
        .select("family.id")
        .where("family.expires_at", "<", before)
        .where(
          sql<boolean>`not exists (select 1 from authorization_codes where authorization_id = family.id)`,
        )
        .where(sql<boolean>`not exists (select 1 from access_tokens where authorization_id = family.id)`)
        .where(sql<boolean>`not exists (select 1 from refresh_tokens where authorization_id = family.id)`)
        .limit(limit),
    )
    .executeTakeFirstOrThrow();
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
