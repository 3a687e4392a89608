import { sql } from "kysely";
import type { AllowanceStore, Wanted } from "../port/allowances.ts";
import { inserted } from "./columns.ts";
import type { Db } from "./database.ts";
import { held } from "./held.ts";

export function allowanceStore(db: Db): AllowanceStore {
  return {
    take: (wanted) => take(db, wanted),
    find: async (id, now) => {
      const row = await db
        .selectFrom("allowances")
        .selectAll()
        .where("id", "=", id)
        .where("ends_at", ">", now)
        .executeTakeFirst();
      return row && { taken: row.taken, endsAt: row.ends_at };
    },
    giveBack: async (id, endsAt, count) => {
      await db
        .updateTable("allowances")
        .set({ taken: sql<number>`taken - ${count}` })
        .where("id", "=", id)
        .where("ends_at", "=", endsAt)
        .where("taken", ">=", count)
        .execute();
    },
    nodeSeen: (node, now, since) => nodeSeen(db, node, now, since),
  };
}

async function take(db: Db, wanted: Wanted): ReturnType<AllowanceStore["take"]> {
  const { id, count, limit, window, startedAt, now } = wanted;
  for (;;) {
    const found = db.selectFrom("allowances").selectAll().where("id", "=", id);
    const row = await held(db, "allowances", found).executeTakeFirst();
    const running = row !== undefined && row.ends_at > now;
    const before = running ? row.taken : 0;
    // No window outlasts its length from now: one that a node with a wrong clock has begun is cut.
    const endsAt = running ? Math.min(row.ends_at, now + window) : startedAt + window;
    const granted = Math.max(0, Math.min(count, limit - before));
    const after = { taken: before + granted, ends_at: endsAt };
    const answer = { granted, taken: after.taken, endsAt };
    if (!row) {
      const added = db.insertInto("allowances").values({ id, ...after });
      const result = await added.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
      if (inserted(result)) return answer;
      continue;
    }
    if (granted > 0 || endsAt !== row.ends_at) {
      await db.updateTable("allowances").set(after).where("id", "=", id).execute();
    }
    return answer;
  }
}

async function nodeSeen(db: Db, node: string, now: number, since: number): Promise<number> {
  await db
    .insertInto("nodes")
    .values({ id: node, seen_at: now })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: now }))
    .execute();
  const { alive } = await db
    .selectFrom("nodes")
    .select(({ fn }) => fn.countAll<number>().as("alive"))
    .where("seen_at", ">=", since)
    .executeTakeFirstOrThrow();
  return alive;
}
