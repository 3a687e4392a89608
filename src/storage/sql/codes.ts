import type { Insertable } from "kysely";
import type { AuthorizationCode, WithAuthorization } from "../port/authorizations.ts";
import type { CodeTable, Db } from "./database.ts";
import { keepFamilyUntil } from "./families.ts";
import { familyColumns, issuedOf, issuedRow } from "./issued.ts";
import { prepared } from "./prepared.ts";

const insertCode = prepared((db, row: Insertable<CodeTable>) =>
  db.insertInto("authorization_codes").values(row),
);

const selectCode = prepared((db, id: string) =>
  db
    .selectFrom("authorization_codes as code")
    .innerJoin("authorizations as family", "family.id", "code.authorization_id")
    .selectAll("code")
    .select(familyColumns)
    .where("code.id", "=", id),
);

const redeem = prepared((db, id: string, at: number) =>
  db
    .updateTable("authorization_codes")
    .set({ redeemed_at: at })
    .where("id", "=", id)
    .where("redeemed_at", "is", null),
);

export async function addCode(db: Db, code: AuthorizationCode): Promise<void> {
  await insertCode(db, {
    ...issuedRow(code),
    redirect_uri: code.redirectUri,
    code_challenge: code.codeChallenge,
    redeemed_at: code.redeemedAt,
  });
  await keepFamilyUntil(db, code.authorizationId, code.expiresAt);
}

export async function findCode(
  db: Db,
  id: string,
): Promise<WithAuthorization<AuthorizationCode> | undefined> {
  const [row] = (await selectCode(db, id)).rows;
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
  const { numAffectedRows } = await redeem(db, id, at);
  return numAffectedRows ? "redeemed" : "replayed";
}
