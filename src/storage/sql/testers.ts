import type { Selectable } from "kysely";
import type { Tester, TesterName, TesterStore } from "../port/testers.ts";
import type { TesterTable } from "./client-tables.ts";
import { caseless, deleted } from "./columns.ts";
import type { Db } from "./database.ts";

export function testerStore(db: Db): TesterStore {
  return {
    invite: async ({ clientId, invitedAt, kind, value }) => {
      const row = { client_id: clientId, kind, value: caseless(value), invited_at: invitedAt };
      await db
        .insertInto("testers")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    remove: async (clientId, { kind, value }) => {
      const named = db.deleteFrom("testers").where("client_id", "=", clientId).where("kind", "=", kind);
      return deleted(await named.where("value", "=", caseless(value)).executeTakeFirstOrThrow());
    },
    list: async (clientId) => {
      const all = db.selectFrom("testers").selectAll().where("client_id", "=", clientId);
      return (await all.orderBy("invited_at").orderBy("value").execute()).map(testerOf);
    },
    isInvited: (clientId, names) => isInvited(db, clientId, names),
  };
}

async function isInvited(db: Db, clientId: string, names: readonly TesterName[]): Promise<boolean> {
  for (const { kind, value } of names) {
    const found = await db
      .selectFrom("testers")
      .select("kind")
      .where("client_id", "=", clientId)
      .where("kind", "=", kind)
      .where("value", "=", caseless(value))
      .executeTakeFirst();
    if (found) return true;
  }
  return false;
}

/** Whoever leaves leaves no address behind in other people's lists. */
export async function forgetInvitations(db: Db, names: readonly TesterName[]): Promise<void> {
  for (const { kind, value } of names) {
    await db.deleteFrom("testers").where("kind", "=", kind).where("value", "=", caseless(value)).execute();
  }
}

function testerOf(row: Selectable<TesterTable>): Tester {
  return {
    clientId: row.client_id,
    kind: row.kind as Tester["kind"],
    value: row.value,
    invitedAt: row.invited_at,
  };
}
