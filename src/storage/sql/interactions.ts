import type { AuthorizationRequest, Interaction, InteractionStore } from "../port/interactions.ts";
import { fromJson, updated } from "./columns.ts";
import type { Db } from "./database.ts";

export function interactionStore(db: Db): InteractionStore {
  return {
    create: (interaction) => create(db, interaction),
    find: (id) => find(db, id),
    claim: async (id, deviceHash) => {
      const result = await db
        .updateTable("interactions")
        .set({ device_hash: deviceHash })
        .where("id", "=", id)
        .where(({ or, eb }) => or([eb("device_hash", "is", null), eb("device_hash", "=", deviceHash)]))
        .executeTakeFirstOrThrow();
      return updated(result);
    },
    choose: async (id, sessionId) => {
      await db.updateTable("interactions").set({ session_id: sessionId }).where("id", "=", id).execute();
    },
    finish: async (id, at) => {
      const result = await db
        .updateTable("interactions")
        .set({ finished_at: at })
        .where("id", "=", id)
        .where("finished_at", "is", null)
        .executeTakeFirstOrThrow();
      return updated(result);
    },
  };
}

async function create(db: Db, interaction: Interaction): Promise<void> {
  await db
    .insertInto("interactions")
    .values({
      id: interaction.id,
      device_hash: interaction.deviceHash,
      client_id: interaction.request.clientId,
      request: JSON.stringify(interaction.request),
      created_at: interaction.createdAt,
      expires_at: interaction.expiresAt,
      session_id: interaction.sessionId,
      finished_at: interaction.finishedAt,
    })
    .execute();
}

async function find(db: Db, id: string): Promise<Interaction | undefined> {
  const row = await db.selectFrom("interactions").selectAll().where("id", "=", id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      deviceHash: row.device_hash,
      request: fromJson(row.request) as AuthorizationRequest,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      sessionId: row.session_id,
      finishedAt: row.finished_at,
    }
  );
}
