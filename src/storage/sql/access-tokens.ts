import type { Insertable } from "kysely";
import type { AccessToken, RefreshToken, WithAuthorization } from "../port/authorizations.ts";
import type { AccessTokenTable, Db } from "./database.ts";
import { keepFamilyUntil } from "./families.ts";
import { familyColumns, issuedOf, issuedRow } from "./issued.ts";
import { prepared } from "./prepared.ts";

const insertAccessToken = prepared((db, row: Insertable<AccessTokenTable>) =>
  db.insertInto("access_tokens").values(row),
);

const selectAccessToken = prepared((db, id: string) =>
  db
    .selectFrom("access_tokens as access")
    .leftJoin("authorizations as family", "family.id", "access.authorization_id")
    .selectAll("access")
    .select(familyColumns)
    .where("access.id", "=", id),
);

const updateRevokedAt = prepared((db, id: string, at: number) =>
  db
    .updateTable("access_tokens")
    .set({ revoked_at: at })
    .where("id", "=", id)
    .where("revoked_at", "is", null),
);

function keepsFamilyFor({ authorizationId, expiresAt }: AccessToken, beside: RefreshToken | null): boolean {
  return beside?.authorizationId === authorizationId && beside.expiresAt >= expiresAt;
}

export async function addAccessToken(
  db: Db,
  token: AccessToken,
  beside: RefreshToken | null = null,
): Promise<void> {
  await insertAccessToken(db, { ...issuedRow(token), revoked_at: token.revokedAt });
  if (token.authorizationId === null || keepsFamilyFor(token, beside)) return;
  await keepFamilyUntil(db, token.authorizationId, token.expiresAt);
}

export async function findAccessToken(
  db: Db,
  id: string,
): Promise<WithAuthorization<AccessToken> | undefined> {
  const [row] = (await selectAccessToken(db, id)).rows;
  return (
    row && {
      ...issuedOf(row),
      revokedAt: row.revoked_at,
    }
  );
}

export async function revokeAccessToken(db: Db, id: string, at: number): Promise<void> {
  await updateRevokedAt(db, id, at);
}
