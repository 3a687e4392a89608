import { type Selectable, sql } from "kysely";
import type { Channel, Message, MessageFailure, MessageFilter, MessageStore } from "../port/messages.ts";
import { bigint, updated } from "./columns.ts";
import type { Db, MessageTable } from "./database.ts";

export function messageStore(db: Db): MessageStore {
  return {
    add: (message) => add(db, message),
    find: async (id) => {
      const row = await db.selectFrom("messages").selectAll().where("id", "=", id).executeTakeFirst();
      return row && messageOf(row);
    },
    lease: (channel, now, leaseUntil, limit) => lease(db, channel, now, leaseUntil, limit),
    sent: async (id, at, erase) => {
      await db
        .updateTable("messages")
        .set(erase ? { sent_at: at, sealed: null } : { sent_at: at })
        .where("id", "=", id)
        .execute();
    },
    retry: async (id, nextAttemptAt) => {
      await db.updateTable("messages").set({ next_attempt_at: nextAttemptAt }).where("id", "=", id).execute();
    },
    fail: async (id, at, failure) =>
      updated(
        await db
          .updateTable("messages")
          .set({ failed_at: at, failure, sealed: null })
          .where("id", "=", id)
          .where("failed_at", "is", null)
          .where("delivered_at", "is", null)
          .executeTakeFirstOrThrow(),
      ),
    delivered: async (id, at) => {
      await db
        .updateTable("messages")
        .set({ delivered_at: at })
        .where("id", "=", id)
        .where("delivered_at", "is", null)
        .execute();
    },
    waiting: async () => {
      const counted = await db
        .selectFrom("messages")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("sent_at", "is", null)
        .where("failed_at", "is", null)
        .executeTakeFirstOrThrow();
      return Number(counted.count);
    },
    page: (filter, limit, before) => page(db, filter, limit, before),
    list: async (limit) => {
      const newest = db
        .selectFrom("messages")
        .selectAll()
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return (await newest.limit(limit).execute()).map(messageOf);
    },
  };
}

async function page(
  db: Db,
  { channel, state }: MessageFilter,
  limit: number,
  before?: Pick<Message, "createdAt" | "id">,
): Promise<Message[]> {
  let query = db
    .selectFrom("messages")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  if (channel !== undefined) query = query.where("channel", "=", channel);
  if (state === "failed") query = query.where("failed_at", "is not", null);
  if (state === "waiting") query = query.where("sent_at", "is", null).where("failed_at", "is", null);
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("created_at", "id"), "<", tuple(bigint(before.createdAt), before.id)),
    );
  }
  return (await query.execute()).map(messageOf);
}

async function add(db: Db, message: Message): Promise<void> {
  await db
    .insertInto("messages")
    .values({
      id: message.id,
      channel: message.channel,
      recipient: message.recipient,
      sealed: message.sealed,
      created_at: message.createdAt,
      sent_at: message.sentAt,
      attempts: message.attempts,
      next_attempt_at: message.nextAttemptAt,
      expires_at: message.expiresAt,
      delivered_at: message.deliveredAt,
      failed_at: message.failedAt,
      failure: message.failure,
    })
    .execute();
}

/** `next_attempt_at` is asked twice: the outer one is what a second node is held against once it stops waiting for the row. */
async function lease(
  db: Db,
  channel: Channel,
  now: number,
  leaseUntil: number,
  limit: number,
): Promise<Message[]> {
  const rows = await db
    .updateTable("messages")
    .set({ next_attempt_at: leaseUntil, attempts: sql<number>`attempts + 1` })
    .where("next_attempt_at", "<=", now)
    .where("id", "in", (query) =>
      query
        .selectFrom("messages")
        .select("id")
        .where("sent_at", "is", null)
        .where("failed_at", "is", null)
        .where("channel", "=", channel)
        .where("next_attempt_at", "<=", now)
        .orderBy("next_attempt_at")
        .limit(limit),
    )
    .returningAll()
    .execute();
  return rows.map(messageOf);
}

function messageOf(row: Selectable<MessageTable>): Message {
  return {
    id: row.id,
    channel: row.channel as Message["channel"],
    recipient: row.recipient,
    sealed: row.sealed,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    expiresAt: row.expires_at,
    deliveredAt: row.delivered_at,
    failedAt: row.failed_at,
    failure: row.failure as MessageFailure | null,
  };
}
