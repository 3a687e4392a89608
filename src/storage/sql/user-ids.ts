import { sql } from "kysely";
import type { Db } from "./database.ts";

/**
 * The next number nobody has or ever had. Ids given by hand do not move the counter; it jumps over them,
 * and over those of deleted users: applications know people by this number.
 */
export async function nextUserId(db: Db): Promise<number> {
  const { value } = await db
    .updateTable("counters")
    .set({ value: sql<number>`value + 1` })
    .where("name", "=", "users")
    .returning("value")
    .executeTakeFirstOrThrow();
  if (!(await isSpent(db, value))) return value;
  const free = await firstGap(db, value);
  await db.updateTable("counters").set({ value: free }).where("name", "=", "users").execute();
  return free;
}

/** Moves the counter forward, never back. */
export async function reserveUserIds(db: Db, through: number): Promise<void> {
  await db
    .updateTable("counters")
    .set({ value: through })
    .where("name", "=", "users")
    .where("value", "<", through)
    .execute();
}

/** Called when a user is removed: an id that the counter has yet to reach must not be given again. */
export async function retireUserId(db: Db, id: number): Promise<void> {
  await db
    .insertInto("retired_user_ids")
    .columns(["id"])
    .expression(
      db
        .selectFrom("counters")
        .select(sql<number>`cast(${id} as bigint)`.as("id"))
        .where("name", "=", "users")
        .where("value", "<", id),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function isSpent(db: Db, id: number): Promise<boolean> {
  const row = await spentFrom(db, id).where("spent.id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/** The first number after a run of spent ones that begins at `id`. */
async function firstGap(db: Db, id: number): Promise<number> {
  const row = await spentFrom(db, id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("users").select("users.id").where("users.id", "=", sql<number>`spent.id + 1`))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("retired_user_ids as retired")
            .select("retired.id")
            .where("retired.id", "=", sql<number>`spent.id + 1`),
        ),
      ),
    )
    .orderBy("spent.id")
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id + 1;
}

function spentFrom(db: Db, id: number) {
  return db
    .selectFrom(
      db
        .selectFrom("users")
        .select("id")
        .where("id", ">=", id)
        .unionAll(db.selectFrom("retired_user_ids").select("id").where("id", ">=", id))
        .as("spent"),
    )
    .select("spent.id");
}
