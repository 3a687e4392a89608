import { inserted } from "./columns.ts";
import type { Db } from "./database.ts";

export async function rememberDevice(
  db: Db,
  userId: number,
  deviceHash: string,
  at: number,
): Promise<"first" | "new" | "known"> {
  const result = await db
    .insertInto("known_devices")
    .values({ user_id: userId, device_hash: deviceHash, last_seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (inserted(result)) {
    const others = db.selectFrom("known_devices").select("device_hash").where("user_id", "=", userId);
    return (await others.limit(2).execute()).length === 1 ? "first" : "new";
  }
  await db
    .updateTable("known_devices")
    .set({ last_seen_at: at })
    .where("user_id", "=", userId)
    .where("device_hash", "=", deviceHash)
    .execute();
  return "known";
}

export async function knowsDevice(db: Db, userId: number, deviceHash: string): Promise<boolean> {
  const row = await db
    .selectFrom("known_devices")
    .select("last_seen_at")
    .where("user_id", "=", userId)
    .where("device_hash", "=", deviceHash)
    .executeTakeFirst();
  return row !== undefined;
}
