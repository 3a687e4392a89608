import type { AccessToken, WithAuthorization } from "../port/authorizations.ts";
import type { Db } from "./database.ts";
import { keepFamilyUntil } from "./families.ts";
import { familyColumns, issuedOf, issuedRow } from "./issued.ts";

export async function addAccessToken(db: Db, token: AccessToken): Promise<void> {
  await db
    .insertInto("access_tokens")
    .values({
      ...issuedRow(token),
      revoked_at: token.revokedAt,
    })
    .execute();
  if (token.authorizationId !== null) await keepFamilyUntil(db, token.authorizationId, token.expiresAt);
}

export async function findAccessToken(
  db: Db,
  id: string,
): Promise<WithAuthorization<AccessToken> | undefined> {
  const row = await db
    .selectFrom("access_tokens as access")
    .leftJoin("authorizations as family", "family.id", "access.authorization_id")
    .selectAll("access")
    .select(familyColumns)
    .where("access.id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      ...issuedOf(row),
      revokedAt: row.revoked_at,
    }
  );
}

export async function revokeAccessToken(db: Db, id: string, at: number): Promise<void> {
  await db
    .updateTable("access_tokens")
    .set({ revoked_at: at })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
}
