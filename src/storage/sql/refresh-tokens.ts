import type { AuthorizationStore, RefreshToken, WithAuthorization } from "../port/authorizations.ts";
import { updated } from "./columns.ts";
import type { Db } from "./database.ts";
import { keepFamilyUntil } from "./families.ts";
import { familyColumns, issuedOf, issuedRow } from "./issued.ts";

type Kept = Parameters<AuthorizationStore["rotateRefreshToken"]>[2];

export async function addRefreshToken(db: Db, token: RefreshToken): Promise<void> {
  await db
    .insertInto("refresh_tokens")
    .values({
      ...issuedRow(token),
      used_at: token.usedAt,
      revoked_at: token.revokedAt,
      successor_id: token.successorId,
      replay: token.replay,
      replay_scope: token.replayScope,
    })
    .execute();
  await keepFamilyUntil(db, token.authorizationId, token.expiresAt);
}

export async function findRefreshToken(
  db: Db,
  id: string,
): Promise<WithAuthorization<RefreshToken> | undefined> {
  const row = await db
    .selectFrom("refresh_tokens as refresh")
    .innerJoin("authorizations as family", "family.id", "refresh.authorization_id")
    .selectAll("refresh")
    .select(familyColumns)
    .where("refresh.id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      ...issuedOf(row),
      usedAt: row.used_at,
      revokedAt: row.revoked_at,
      successorId: row.successor_id,
      replay: row.replay,
      replayScope: row.replay_scope,
    }
  );
}

export async function rotateRefreshToken(
  db: Db,
  id: string,
  at: number,
  kept: Kept,
): Promise<"rotated" | "replayed"> {
  const result = await db
    .updateTable("refresh_tokens")
    .set({ used_at: at, successor_id: kept.successorId, replay: kept.replay, replay_scope: kept.replayScope })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return updated(result) ? "rotated" : "replayed";
}

export async function eraseReplays(db: Db, usedBefore: number, limit: number): Promise<number> {
  const result = await db
    .updateTable("refresh_tokens")
    .set({ replay: null, replay_scope: null })
    .where("id", "in", (query) =>
      query
        .selectFrom("refresh_tokens")
        .select("id")
        .where("replay", "is not", null)
        .where("used_at", "<", usedBefore)
        .limit(limit),
    )
    .executeTakeFirstOrThrow();
  return Number(result.numUpdatedRows);
}
