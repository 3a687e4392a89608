import type { Authorization, RevocationReason } from "../port/authorizations.ts";
import { words } from "./columns.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";

/** A family is an authorization with all codes and tokens that came of it. */
export async function createFamily(db: Db, authorization: Authorization): Promise<void> {
  await db
    .insertInto("authorizations")
    .values({
      id: authorization.id,
      client_id: authorization.clientId,
      user_id: authorization.userId,
      scopes: words(authorization.scopes),
      created_at: authorization.createdAt,
      expires_at: authorization.createdAt,
      proven_at: authorization.provenAt,
      revoked_at: authorization.revokedAt,
      revocation_reason: authorization.revocationReason,
    })
    .execute();
}

export async function findProvenAt(db: Db, authorizationId: string): Promise<number | null> {
  const row = await db
    .selectFrom("authorizations")
    .select("proven_at")
    .where("id", "=", authorizationId)
    .executeTakeFirst();
  return row?.proven_at ?? null;
}

/** Milliseconds by which a family is kept longer, so that only one refresh of an hour writes its row and moves it in its index. */
const familySlack = 3_600_000;

const postpone = prepared((db, authorizationId: string, expiresAt: number, until: number) =>
  db
    .updateTable("authorizations")
    .set({ expires_at: until })
    .where("id", "=", authorizationId)
    .where("expires_at", "<", expiresAt),
);

/** A family is kept for at least as long as its longest-lived member, so every member that is added says so here. */
export async function keepFamilyUntil(db: Db, authorizationId: string, expiresAt: number): Promise<void> {
  await postpone(db, authorizationId, expiresAt, expiresAt + familySlack);
}

const revokeOne = prepared((db, authorizationId: string, reason: RevocationReason, at: number) =>
  revocation(db, reason, at).where("id", "=", authorizationId),
);

export async function revokeFamily(
  db: Db,
  authorizationId: string,
  reason: RevocationReason,
  at: number,
): Promise<void> {
  await revokeOne(db, authorizationId, reason, at);
}

export async function revokeAll(
  db: Db,
  userId: number,
  reason: RevocationReason,
  at: number,
  clientId?: string,
): Promise<void> {
  const ofUser = revocation(db, reason, at).where("user_id", "=", userId);
  await (clientId === undefined ? ofUser : ofUser.where("client_id", "=", clientId)).execute();
}

function revocation(db: Db, reason: RevocationReason, at: number) {
  return db
    .updateTable("authorizations")
    .set({ revoked_at: at, revocation_reason: reason })
    .where("revoked_at", "is", null);
}
