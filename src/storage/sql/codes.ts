import type { AuthorizationCode, WithAuthorization } from "../port/authorizations.ts";
import { updated } from "./columns.ts";
import type { Db } from "./database.ts";
import { keepFamilyUntil } from "./families.ts";
import { familyColumns, issuedOf, issuedRow } from "./issued.ts";

export async function addCode(db: Db, code: AuthorizationCode): Promise<void> {
  await db
    .insertInto("authorization_codes")
    .values({
      ...issuedRow(code),
      redirect_uri: code.redirectUri,
      code_challenge: code.codeChallenge,
      redeemed_at: code.redeemedAt,
    })
    .execute();
  await keepFamilyUntil(db, code.authorizationId, code.expiresAt);
}

export async function findCode(
  db: Db,
  id: string,
): Promise<WithAuthorization<AuthorizationCode> | undefined> {
  const row = await db
    .selectFrom("authorization_codes as code")
    .innerJoin("authorizations as family", "family.id", "code.authorization_id")
    .selectAll("code")
    .select(familyColumns)
    .where("code.id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      ...issuedOf(row),
      redirectUri: row.redirect_uri,
      codeChallenge: row.code_challenge,
      redeemedAt: row.redeemed_at,
    }
  );
}

export async function redeemCode(db: Db, id: string, at: number): Promise<"redeemed" | "replayed"> {
  const result = await db
    .updateTable("authorization_codes")
    .set({ redeemed_at: at })
    .where("id", "=", id)
    .where("redeemed_at", "is", null)
    .executeTakeFirstOrThrow();
  return updated(result) ? "redeemed" : "replayed";
}
