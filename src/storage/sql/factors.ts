import type { Selectable } from "kysely";
import type { Factor, FactorKind, FactorStore } from "../port/factors.ts";
import { deleted, updated } from "./columns.ts";
import type { Db, FactorTable } from "./database.ts";
import { holdUser } from "./held.ts";

export function factorStore(db: Db): FactorStore {
  return {
    list: async (userId) => {
      const rows = await db.selectFrom("factors").selectAll().where("user_id", "=", userId).execute();
      return rows.sort((a, b) => a.created_at - b.created_at).map(factorOf);
    },
    put: (userId, factor, lastStep) => put(db, userId, factor, lastStep ?? null),
    remove: (userId, kind) => remove(db, userId, kind),
    acceptStep: async (userId, step) => {
      const result = await db
        .updateTable("factors")
        .set({ last_step: step })
        .where("user_id", "=", userId)
        .where("kind", "=", "app")
        .where(({ or, eb }) => or([eb("last_step", "is", null), eb("last_step", "<", step)]))
        .executeTakeFirstOrThrow();
      return updated(result);
    },
    replaceRecoveryCodes: async (userId, hashes) => {
      await db.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
      const rows = hashes.map((hash) => ({ user_id: userId, hash }));
      if (rows.length > 0) await db.insertInto("recovery_codes").values(rows).execute();
    },
    recoveryCodes: async (userId) => {
      const codes = db.selectFrom("recovery_codes").select("hash").where("user_id", "=", userId);
      return (await codes.execute()).map(({ hash }) => hash);
    },
    useRecoveryCode: async (userId, hash) => {
      const codes = db.deleteFrom("recovery_codes").where("user_id", "=", userId);
      return deleted(await codes.where("hash", "=", hash).executeTakeFirstOrThrow());
    },
  };
}

async function put(db: Db, userId: number, factor: Factor, lastStep: number | null): Promise<void> {
  await holdUser(db, userId);
  const state = { sealed: factor.sealed, last_step: lastStep, created_at: factor.createdAt };
  await db
    .insertInto("factors")
    .values({ user_id: userId, kind: factor.kind, ...state })
    .onConflict((conflict) => conflict.columns(["user_id", "kind"]).doUpdateSet(state))
    .execute();
}

async function remove(db: Db, userId: number, kind: FactorKind): Promise<boolean> {
  await holdUser(db, userId);
  const own = db.deleteFrom("factors").where("user_id", "=", userId);
  const removed = deleted(await own.where("kind", "=", kind).executeTakeFirstOrThrow());
  const left = await db.selectFrom("factors").select("kind").where("user_id", "=", userId).execute();
  if (left.length === 0) await db.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
  return removed;
}

function factorOf(row: Selectable<FactorTable>): Factor {
  return { kind: row.kind as FactorKind, sealed: row.sealed, createdAt: row.created_at };
}
