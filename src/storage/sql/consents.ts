import type { Selectable } from "kysely";
import type { Consent, ConsentStore } from "../port/consents.ts";
import type { ConsentTable } from "./client-tables.ts";
import { deleted, fromWords, inserted, updated, words } from "./columns.ts";
import type { Db } from "./database.ts";
import { held } from "./held.ts";
import { prepared } from "./prepared.ts";

export function consentStore(db: Db): ConsentStore {
  return {
    find: (userId, clientId) => find(db, userId, clientId),
    grant: (userId, clientId, scopes, at) => grant(db, userId, clientId, scopes, at),
    touch: async (userId, clientId, at) => {
      await touch(db, userId, clientId, at);
    },
    list: async (userId) => {
      const rows = await db
        .selectFrom("consents")
        .selectAll()
        .where("user_id", "=", userId)
        .orderBy("last_used_at", "desc")
        .orderBy("client_id")
        .execute();
      return rows.map(consentOf);
    },
    revoke: async (userId, clientId) => {
      const result = await db
        .deleteFrom("consents")
        .where("user_id", "=", userId)
        .where("client_id", "=", clientId)
        .executeTakeFirstOrThrow();
      return deleted(result);
    },
  };
}

const touch = prepared((db, userId: number, clientId: string, at: number) =>
  db
    .updateTable("consents")
    .set({ last_used_at: at })
    .where("user_id", "=", userId)
    .where("client_id", "=", clientId),
);

const selectConsent = prepared((db, userId: number, clientId: string) => {
  const found = db
    .selectFrom("consents")
    .selectAll()
    .where("user_id", "=", userId)
    .where("client_id", "=", clientId);
  return held(db, "consents", found);
});

async function find(db: Db, userId: number, clientId: string): Promise<Consent | undefined> {
  const [row] = (await selectConsent(db, userId, clientId)).rows;
  return row && consentOf(row);
}

/** Replaces only the list it has read: a scope that another node adds in between is never lost. */
async function grant(
  db: Db,
  userId: number,
  clientId: string,
  scopes: readonly string[],
  at: number,
): Promise<void> {
  for (;;) {
    const before = await find(db, userId, clientId);
    if (!before) {
      if (await begin(db, { userId, clientId, scopes, grantedAt: at, lastUsedAt: at })) return;
      continue;
    }
    const result = await db
      .updateTable("consents")
      .set({ scopes: words([...new Set([...before.scopes, ...scopes])]), last_used_at: at })
      .where("user_id", "=", userId)
      .where("client_id", "=", clientId)
      .where("scopes", "=", words(before.scopes))
      .executeTakeFirstOrThrow();
    if (updated(result)) return;
  }
}

async function begin(db: Db, consent: Consent): Promise<boolean> {
  const result = await db
    .insertInto("consents")
    .values({
      user_id: consent.userId,
      client_id: consent.clientId,
      scopes: words([...new Set(consent.scopes)]),
      granted_at: consent.grantedAt,
      last_used_at: consent.lastUsedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return inserted(result);
}

function consentOf(row: Selectable<ConsentTable>): Consent {
  return {
    userId: row.user_id,
    clientId: row.client_id,
    scopes: fromWords(row.scopes),
    grantedAt: row.granted_at,
    lastUsedAt: row.last_used_at,
  };
}
