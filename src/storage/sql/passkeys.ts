import type { Selectable } from "kysely";
import type { Passkey, PasskeyStore } from "../port/passkeys.ts";
import { deleted, fromWords, inserted, updated, words } from "./columns.ts";
import type { Db, PasskeyTable } from "./database.ts";
import { holdUser } from "./held.ts";

export function passkeyStore(db: Db): PasskeyStore {
  return {
    add: (passkey) => add(db, passkey),
    find: async (id) => {
      const row = await db.selectFrom("passkeys").selectAll().where("id", "=", id).executeTakeFirst();
      return row && passkeyOf(row);
    },
    list: async (userId) => {
      const rows = await db.selectFrom("passkeys").selectAll().where("user_id", "=", userId).execute();
      return rows.sort((a, b) => a.created_at - b.created_at).map(passkeyOf);
    },
    used: (id, counter, at) => used(db, id, counter, at),
    rename: async (userId, id, name) => {
      const own = db.updateTable("passkeys").set({ name }).where("id", "=", id);
      return updated(await own.where("user_id", "=", userId).executeTakeFirstOrThrow());
    },
    remove: async (userId, id) => {
      await holdUser(db, userId);
      const own = db.deleteFrom("passkeys").where("id", "=", id);
      return deleted(await own.where("user_id", "=", userId).executeTakeFirstOrThrow());
    },
    removeAll: async (userId) => {
      await db.deleteFrom("passkeys").where("user_id", "=", userId).execute();
    },
    spendChallenge: async (id, expiresAt) => {
      const result = await db
        .insertInto("spent_challenges")
        .values({ id, expires_at: expiresAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return inserted(result);
    },
  };
}

async function add(db: Db, passkey: Passkey): Promise<boolean> {
  await holdUser(db, passkey.userId);
  const result = await db
    .insertInto("passkeys")
    .values({
      id: passkey.id,
      user_id: passkey.userId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: words(passkey.transports),
      name: passkey.name,
      created_at: passkey.createdAt,
      last_used_at: passkey.lastUsedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return inserted(result);
}

/** Authenticators without a counter always say 0 (WebAuthn §6.1.1). */
async function used(db: Db, id: string, counter: number, at: number): Promise<boolean> {
  const result = await db
    .updateTable("passkeys")
    .set({ counter, last_used_at: at })
    .where("id", "=", id)
    .where("counter", counter === 0 ? "=" : "<", counter)
    .executeTakeFirstOrThrow();
  return updated(result);
}

function passkeyOf(row: Selectable<PasskeyTable>): Passkey {
  return {
    id: row.id,
    userId: row.user_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: fromWords(row.transports),
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}
