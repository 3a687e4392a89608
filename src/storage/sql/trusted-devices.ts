import type { TrustedDeviceStore } from "../port/trusted-devices.ts";
import type { Db } from "./database.ts";

export function trustedDeviceStore(db: Db): TrustedDeviceStore {
  const trusted = (userId: number, now: number) =>
    db
      .selectFrom("trusted_devices")
      .select("hash")
      .where("user_id", "=", userId)
      .where("expires_at", ">", now);
  return {
    trust: async (userId, hash, expiresAt) => {
      await db
        .insertInto("trusted_devices")
        .values({ user_id: userId, hash, expires_at: expiresAt })
        .onConflict((conflict) =>
          conflict.columns(["user_id", "hash"]).doUpdateSet({ expires_at: expiresAt }),
        )
        .execute();
    },
    trusts: async (userId, hash, now) => {
      const found = await trusted(userId, now).where("hash", "=", hash).executeTakeFirst();
      return found !== undefined;
    },
    renew: async (hash, newHash) => {
      await db.updateTable("trusted_devices").set({ hash: newHash }).where("hash", "=", hash).execute();
    },
    count: async (userId, now) => (await trusted(userId, now).execute()).length,
    forgetAll: async (userId) => {
      await db.deleteFrom("trusted_devices").where("user_id", "=", userId).execute();
    },
  };
}
