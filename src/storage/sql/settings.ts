import type { SettingStore } from "../port/settings.ts";
import type { Db } from "./database.ts";

export function settingStore(db: Db): SettingStore {
  return {
    get: async (name) => {
      const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
      return row?.value;
    },
    put: async (name, value) => {
      await db
        .insertInto("settings")
        .values({ name, value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    },
    delete: async (name) => {
      const { numDeletedRows } = await db
        .deleteFrom("settings")
        .where("name", "=", name)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}
