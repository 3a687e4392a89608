import { sql } from "kysely";
import type { Challenge, ChallengePurpose, ChallengeStore } from "../port/challenges.ts";
import { updated } from "./columns.ts";
import type { Db } from "./database.ts";

export function challengeStore(db: Db): ChallengeStore {
  return {
    create: (challenge) => create(db, challenge),
    find: (id) => find(db, id),
    answer: async (id, { address, codeHash }, at) =>
      updated(
        await unused(db)
          .set({ address, code_hash: codeHash })
          .where("id", "=", id)
          .where("purpose", "=", "sign_in")
          .where("address", "=", "")
          .where("code_hash", "is", null)
          .where("expires_at", ">", at)
          .executeTakeFirstOrThrow(),
      ),
    attempt: async (id, limit) => {
      const result = await unused(db)
        .set({ attempts: sql<number>`attempts + 1` })
        .where("id", "=", id)
        .where("attempts", "<", limit)
        .executeTakeFirstOrThrow();
      return updated(result);
    },
    use: async (id, at) =>
      updated(await unused(db).set({ used_at: at }).where("id", "=", id).executeTakeFirstOrThrow()),
    discard: async (userId, purpose, at) => {
      await unused(db)
        .set({ used_at: at })
        .where("user_id", "=", userId)
        .where("purpose", "=", purpose)
        .execute();
    },
    supersede: async (address, purpose, at) => {
      await unused(db)
        .set({ used_at: at })
        .where("address", "=", address)
        .where("purpose", "=", purpose)
        .execute();
    },
  };
}

function unused(db: Db) {
  return db.updateTable("challenges").where("used_at", "is", null);
}

async function create(db: Db, challenge: Challenge): Promise<void> {
  await db
    .insertInto("challenges")
    .values({
      id: challenge.id,
      hash: challenge.hash,
      code_hash: challenge.codeHash,
      purpose: challenge.purpose,
      address: challenge.address,
      user_id: challenge.userId,
      payload: challenge.payload,
      attempts: challenge.attempts,
      created_at: challenge.createdAt,
      expires_at: challenge.expiresAt,
      used_at: challenge.usedAt,
    })
    .execute();
}

async function find(db: Db, id: string): Promise<Challenge | undefined> {
  const row = await db.selectFrom("challenges").selectAll().where("id", "=", id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      hash: row.hash,
      codeHash: row.code_hash,
      purpose: row.purpose as ChallengePurpose,
      address: row.address,
      userId: row.user_id,
      payload: row.payload,
      attempts: row.attempts,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }
  );
}
