import { sql } from "kysely";
import type { PurgeResult } from "../port/storage.ts";
import type { Db } from "./database.ts";
import { type Batched, removeFound } from "./remove-found.ts";

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

/** Resolves to how many rows it has deleted. */
type Step = (db: Db, now: number, limit: number) => Promise<number>;

/** Members of a family before the family, so that no deletion drags along more rows than it counts. */
const steps: readonly Step[] = [
  (db, now, limit) => past(db, "authorization_codes", "expires_at", now - tokenGrace, limit),
  (db, now, limit) => past(db, "access_tokens", "expires_at", now - tokenGrace, limit),
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
    removed += await step(db, now, limit - removed);
    if (removed >= limit) return { removed, more: true };
  }
  return { removed, more: false };
}

/** Tables whose rows go by one date of their own. */
type Dated = Exclude<Batched, "authorizations" | "messages" | "refresh_tokens">;

function past(db: Db, table: Dated, date: string, before: number, limit: number): Promise<number> {
  const oldest = db
    .selectFrom(table)
    .select("id")
    .where(sql.ref(date), "<", before)
    .orderBy(sql.ref(date))
    .limit(limit);
  return removeFound(db, table, oldest);
}

/** When the last member of a row of `authorizations` expires, by kind; null where there is none. */
const members = ["authorization_codes", "access_tokens", "refresh_tokens"].map(
  (table) =>
    sql`(select max(expires_at) from ${sql.table(table)} where authorization_id = authorizations.id)`,
);

/**
 * The families that have been over for longest, no more than a batch has rows: each batch empties them, deletes them and so
 * finds others. Whoever looked for all of them would pass those that are empty already again and again. All refresh tokens of
 * a family go at once: a used one is needed for as long as its family may be asked for.
 */
async function families(db: Db, now: number, before: number, limit: number): Promise<number> {
  const oldest = db
    .selectFrom("authorizations")
    .select("id")
    .where("expires_at", "<", before)
    .orderBy("expires_at")
    .limit(limit);
  const ids = (await oldest.execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const tokens = db
    .selectFrom("refresh_tokens")
    .select("id")
    .where("authorization_id", "in", ids)
    .where("expires_at", "<", before)
    .limit(limit);
  const emptied = await removeFound(db, "refresh_tokens", tokens);
  if (emptied >= limit) return emptied;
  const removed = emptied + (await emptyFamilies(db, ids.slice(0, limit - emptied)));
  if (removed < limit) await postpone(db, ids, now, before);
  return removed;
}

/** Only empty ones, whatever their own expiry says: deleting a family deletes its members. */
async function emptyFamilies(db: Db, ids: readonly string[]): Promise<number> {
  let empty = db.deleteFrom("authorizations").where("id", "in", ids);
  for (const last of members) empty = empty.where(sql<boolean>`${last} is null`);
  return Number((await empty.executeTakeFirstOrThrow()).numDeletedRows);
}

/** Families whose own expiry is wrong would be the oldest for ever: they are looked at again in a week. */
async function postpone(db: Db, ids: readonly string[], now: number, before: number): Promise<void> {
  await db
    .updateTable("authorizations")
    .set({ expires_at: now })
    .where("id", "in", ids)
    .where(({ or }) => or(members.map((last) => sql<boolean>`${last} >= ${before}`)))
    .execute();
}

/** Never one that still waits to be sent. */
function messages(db: Db, before: number, limit: number): Promise<number> {
  const done = db
    .selectFrom("messages")
    .select("id")
    .where("created_at", "<", before)
    .where(({ or, eb }) => or([eb("sent_at", "is not", null), eb("failed_at", "is not", null)]))
    .orderBy("created_at")
    .limit(limit);
  return removeFound(db, "messages", done);
}

async function devices(db: Db, before: number, limit: number): Promise<number> {
  const result = await db
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
  return Number(result.numDeletedRows);
}

async function trustedDevices(db: Db, before: number, limit: number): Promise<number> {
  const past = db.selectFrom("trusted_devices").where("expires_at", "<", before).limit(limit);
  const result = await db
    .deleteFrom("trusted_devices")
    .where(({ eb, refTuple }) =>
      eb(refTuple("user_id", "hash"), "in", past.select(["user_id", "hash"]).$asTuple("user_id", "hash")),
    )
    .executeTakeFirstOrThrow();
  return Number(result.numDeletedRows);
}
