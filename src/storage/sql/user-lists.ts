import { PostgresAdapter, type RawBuilder, sql } from "kysely";
import type { User, UserFilter, UserMatch, UserPlace, UserSearch } from "../port/users.ts";
import { bigint, caseless } from "./columns.ts";
import type { Db } from "./database.ts";
import { held } from "./held.ts";
import { userOf } from "./user-rows.ts";

/** Sorts after everything that can follow a prefix. */
const last = "\u{10FFFF}";

/**
 * What a field is searched by, letters a-z regardless of case, in the order of bytes: SQLite's own, on PostgreSQL that of the
 * indexes made for it, whatever the collation of the database.
 */
function keyOf(db: Db, field: UserSearch["field"]): RawBuilder<string> {
  const bytewise = db.getExecutor().adapter instanceof PostgresAdapter ? sql` collate "C"` : sql``;
  if (field === "name") return sql<string>`lower(name${bytewise})`;
  const column = { email: "email_key", username: "username_key", phoneNumber: "phone_number" }[field];
  return sql<string>`${sql.ref(column)}${bytewise}`;
}

export async function searchUsers(
  db: Db,
  { field, prefix }: UserSearch,
  limit: number,
  after?: UserPlace,
): Promise<UserMatch[]> {
  const key = keyOf(db, field);
  const begin = caseless(prefix);
  let query = db
    .selectFrom("users")
    .selectAll()
    .select(key.as("key"))
    .where(key, ">=", begin)
    .where(key, "<", begin + last)
    .orderBy(key)
    .limit(limit);
  // Names are shared by many; the other keys are somebody's alone.
  if (field === "name") query = query.orderBy("id");
  if (after && field === "name") {
    query = query.where(sql<boolean>`(${key}, id) > (${after.key}, ${bigint(after.id)})`);
  } else if (after) query = query.where(key, ">", after.key);
  return (await query.execute()).map((row) => ({ key: row.key, user: userOf(row) }));
}

/** The conditions stand as the partial indexes have them, so that these are used. */
export async function pageOfUsers(
  db: Db,
  filter: UserFilter,
  limit: number,
  before?: number,
): Promise<User[]> {
  let query = db.selectFrom("users").selectAll().orderBy("id", "desc").limit(limit);
  if (filter.role !== undefined)
    query = query.where("role", "=", filter.role).where(sql<boolean>`role <> 'user'`);
  if (filter.status !== undefined)
    query = query.where("status", "=", filter.status).where(sql<boolean>`status <> 'active'`);
  if (before !== undefined) query = query.where("id", "<", before);
  return (await query.execute()).map(userOf);
}

/** Whoever asks holds the counter of users, as creating them does: the next one is answered after this unit. */
export async function activeSuperAdmins(db: Db, limit: number): Promise<number[]> {
  const counter = db.selectFrom("counters").select("value").where("name", "=", "users");
  await held(db, "counters", counter).executeTakeFirst();
  const rows = await db
    .selectFrom("users")
    .select("id")
    .where("role", "=", "super-admin")
    .where(sql<boolean>`role <> 'user'`)
    .where("status", "=", "active")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
