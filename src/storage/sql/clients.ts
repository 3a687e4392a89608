import type {
  Client,
  ClientChange,
  ClientFilter,
  ClientPlace,
  ClientSecret,
  ClientStore,
  ClientWithSecrets,
} from "../port/clients.ts";
import { approvalStore } from "./approvals.ts";
import { changedColumns, clientOf, clientRow } from "./client-rows.ts";
import { bigint, deleted, flag, inserted, updated } from "./columns.ts";
import type { Db } from "./database.ts";
import { drainClient } from "./drain-client.ts";
import { held, kept } from "./held.ts";
import { prepared } from "./prepared.ts";

export function clientStore(db: Db): ClientStore {
  return {
    create: (client, secretHash) => create(db, client, secretHash),
    find: (id) => find(db, id),
    present: (id) => present(db, id),
    list: (limit, after) => list(db, limit, after),
    page: (filter, limit, before) => page(db, filter, limit, before),
    update: (id, change) => update(db, id, change),
    addSecret: (id, secret, othersExpireAt) => addSecret(db, id, secret, othersExpireAt),
    replaceSecret: async (id, from, to) => {
      await db
        .updateTable("client_secrets")
        .set({ hash: to })
        .where("client_id", "=", id)
        .where("hash", "=", from)
        .execute();
    },
    drain: (id, limit) => drainClient(db, id, limit),
    delete: async (id) =>
      deleted(await db.deleteFrom("clients").where("id", "=", id).executeTakeFirstOrThrow()),
    ...approvalStore(db),
  };
}

async function create(db: Db, client: Client, secretHash: string | null): Promise<boolean> {
  const result = await db
    .insertInto("clients")
    .values(clientRow(client))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (!inserted(result)) return false;
  if (secretHash !== null) {
    await insertSecret(db, client.id, { hash: secretHash, createdAt: client.createdAt, expiresAt: null });
  }
  return true;
}

async function insertSecret(db: Db, id: string, secret: ClientSecret): Promise<void> {
  await db
    .insertInto("client_secrets")
    .values({
      client_id: id,
      hash: secret.hash,
      created_at: secret.createdAt,
      expires_at: secret.expiresAt,
    })
    .execute();
}

const selectClient = prepared((db, id: string) => {
  const found = db
    .selectFrom("clients as client")
    .leftJoin("client_secrets as secret", "secret.client_id", "client.id")
    .selectAll("client")
    .select([
      "secret.hash as secret_hash",
      "secret.created_at as secret_created_at",
      "secret.expires_at as secret_expires_at",
    ])
    .where("client.id", "=", id);
  return held(db, "client", found);
});

/** One statement, so that a client is never seen with another moment's secrets: a row per secret, or one without. */
async function find(db: Db, id: string): Promise<ClientWithSecrets | undefined> {
  const { rows } = await selectClient(db, id);
  const [first] = rows;
  if (!first) return undefined;
  const secrets: ClientSecret[] = [];
  for (const row of rows) {
    if (row.secret_hash === null || row.secret_created_at === null) continue;
    secrets.push({
      hash: row.secret_hash,
      createdAt: row.secret_created_at,
      expiresAt: row.secret_expires_at,
    });
  }
  return { ...clientOf(first), secrets };
}

async function present(db: Db, id: string): Promise<Client | undefined> {
  const found = db.selectFrom("clients").selectAll().where("id", "=", id);
  const row = await kept(db, found).executeTakeFirst();
  return row && clientOf(row);
}

async function list(db: Db, limit: number, after?: string): Promise<Client[]> {
  const all = db.selectFrom("clients").selectAll().orderBy("created_at").orderBy("id").limit(limit);
  if (after === undefined) return (await all.execute()).map(clientOf);
  const last = await db.selectFrom("clients").select("created_at").where("id", "=", after).executeTakeFirst();
  if (!last) return [];
  const rest = all.where(({ or, and, eb }) =>
    or([
      eb("created_at", ">", last.created_at),
      and([eb("created_at", "=", last.created_at), eb("id", ">", after)]),
    ]),
  );
  return (await rest.execute()).map(clientOf);
}

async function page(
  db: Db,
  { ownerId, verified }: ClientFilter,
  limit: number,
  before?: ClientPlace,
): Promise<Client[]> {
  let query = db
    .selectFrom("clients")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  if (ownerId !== undefined) query = query.where("owner_id", "=", ownerId);
  if (verified !== undefined) query = query.where("verified", "=", flag(verified));
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("created_at", "id"), "<", tuple(bigint(before.createdAt), before.id)),
    );
  }
  return (await query.execute()).map(clientOf);
}

async function update(db: Db, id: string, change: ClientChange): Promise<boolean> {
  const columns = changedColumns(change);
  if (Object.values(columns).every((value) => value === undefined)) return (await find(db, id)) !== undefined;
  const result = await db.updateTable("clients").set(columns).where("id", "=", id).executeTakeFirstOrThrow();
  return updated(result);
}

async function addSecret(db: Db, id: string, secret: ClientSecret, othersExpireAt: number): Promise<void> {
  const inForce = await db
    .selectFrom("client_secrets")
    .select(["hash", "expires_at"])
    .where("client_id", "=", id)
    .where(({ or, eb }) => or([eb("expires_at", "is", null), eb("expires_at", ">", secret.createdAt)]))
    .orderBy("created_at", "desc")
    .execute();
  const [latest] = othersExpireAt > secret.createdAt ? inForce : [];
  await db
    .deleteFrom("client_secrets")
    .where("client_id", "=", id)
    .where("hash", "!=", latest?.hash ?? "")
    .execute();
  if (latest) {
    const expiresAt = Math.min(latest.expires_at ?? othersExpireAt, othersExpireAt);
    await db
      .updateTable("client_secrets")
      .set({ expires_at: expiresAt })
      .where("client_id", "=", id)
      .where("hash", "=", latest.hash)
      .execute();
  }
  await insertSecret(db, id, secret);
}
