import type { Insertable, Selectable } from "kysely";
import type { AuthorizationStore, RefreshToken, WithAuthorization } from "../port/authorizations.ts";
import type { Db, RefreshTokenTable } from "./database.ts";
import { keepFamilyUntil } from "./families.ts";
import { familyColumns, issuedOf, issuedRow } from "./issued.ts";
import { prepared } from "./prepared.ts";

type Rotation = Pick<Selectable<RefreshTokenTable>, "used_at" | "successor_id" | "replay" | "replay_scope">;
type Kept = Parameters<AuthorizationStore["rotateRefreshToken"]>[2];

const insertRefreshToken = prepared((db, row: Insertable<RefreshTokenTable>) =>
  db.insertInto("refresh_tokens").values(row),
);

const selectRefreshToken = prepared((db, id: string) =>
  db
    .selectFrom("refresh_tokens as refresh")
    .innerJoin("authorizations as family", "family.id", "refresh.authorization_id")
    .selectAll("refresh")
    .select(familyColumns)
    .where("refresh.id", "=", id),
);

const rotate = prepared((db, id: string, change: Rotation) =>
  db.updateTable("refresh_tokens").set(change).where("id", "=", id).where("used_at", "is", null),
);

export async function addRefreshToken(db: Db, token: RefreshToken): Promise<void> {
  await insertRefreshToken(db, {
    ...issuedRow(token),
    used_at: token.usedAt,
    revoked_at: token.revokedAt,
    successor_id: token.successorId,
    replay: token.replay,
    replay_scope: token.replayScope,
  });
  await keepFamilyUntil(db, token.authorizationId, token.expiresAt);
}

export async function findRefreshToken(
  db: Db,
  id: string,
): Promise<WithAuthorization<RefreshToken> | undefined> {
  const [row] = (await selectRefreshToken(db, id)).rows;
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
  const { successorId, replay, replayScope } = kept;
  const change = { used_at: at, successor_id: successorId, replay, replay_scope: replayScope };
  const { numAffectedRows } = await rotate(db, id, change);
  return numAffectedRows ? "rotated" : "replayed";
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
