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
  (db, now, limit) => expired(db, "authorization_codes", now - tokenGrace, limit),
  (db, now, limit) => expired(db, "access_tokens", now - tokenGrace, limit),
  (db, now, limit) => refreshTokens(db, now - tokenGrace, limit),
  (db, now, limit) => families(db, now - tokenGrace, limit),
  (db, now, limit) => expired(db, "interactions", now - interactionGrace, limit),
  (db, now, limit) => expired(db, "browsers", now, limit),
  (db, now, limit) => expired(db, "challenges", now - challengeGrace, limit),
  (db, now, limit) => expired(db, "spent_challenges", now, limit),
  (db, now, limit) => trustedDevices(db, now, limit),
  (db, now, limit) => messages(db, now - messageAge, limit),
  (db, now, limit) => devices(db, now - deviceAge, limit),
  (db, now, limit) => allowances(db, now, limit),
  (db, now, limit) => failures(db, now - failureAge, limit),
  (db, now, limit) => failureCounts(db, now - failureCountAge, limit),
  (db, now, limit) => hourlyCounts(db, now - hourlyCountAge, limit),
  (db, now, limit) => nodes(db, now - day, limit),
];

export async function purge(db: Db, now: number, limit: number): Promise<PurgeResult> {
  let removed = 0;
  for (const step of steps) {
    removed += Number((await step(db, now, limit - removed)).numDeletedRows);
    if (removed >= limit) return { removed, more: true };
  }
  return { removed, more: false };
}

type Expiring =
  | "authorization_codes"
  | "access_tokens"
  | "interactions"
  | "browsers"
  | "challenges"
  | "spent_challenges";

function expired(db: Db, table: Expiring, before: number, limit: number): Promise<DeleteResult> {
  return db
    .deleteFrom(table)
    .where("id", "in", (query) =>
      query.selectFrom(table).select("id").where("expires_at", "<", before).limit(limit),
    )
    .executeTakeFirstOrThrow();
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

function allowances(db: Db, before: number, limit: number): Promise<DeleteResult> {
  const past = db.selectFrom("allowances").select("id").where("ends_at", "<", before).limit(limit);
  return db.deleteFrom("allowances").where("id", "in", past).executeTakeFirstOrThrow();
}

function failures(db: Db, before: number, limit: number): Promise<DeleteResult> {
  const past = db.selectFrom("failures").select("id").where("at", "<", before).limit(limit);
  return db.deleteFrom("failures").where("id", "in", past).executeTakeFirstOrThrow();
}

function failureCounts(db: Db, before: number, limit: number): Promise<DeleteResult> {
  const past = db.selectFrom("failure_counts").select("id").where("hour", "<", before).limit(limit);
  return db.deleteFrom("failure_counts").where("id", "in", past).executeTakeFirstOrThrow();
}

function hourlyCounts(db: Db, before: number, limit: number): Promise<DeleteResult> {
  const past = db.selectFrom("hourly_counts").select("id").where("hour", "<", before).limit(limit);
  return db.deleteFrom("hourly_counts").where("id", "in", past).executeTakeFirstOrThrow();
}

function nodes(db: Db, before: number, limit: number): Promise<DeleteResult> {
  const gone = db.selectFrom("nodes").select("id").where("seen_at", "<", before).limit(limit);
  return db.deleteFrom("nodes").where("id", "in", gone).executeTakeFirstOrThrow();
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
