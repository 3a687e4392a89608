import type { Insertable, Selectable } from "kysely";
import type { AuthorizationCode, RevocationReason } from "../port/authorizations.ts";
import { fromWords, words } from "./columns.ts";
import type { CodeTable } from "./database.ts";

type Issued = Pick<AuthorizationCode, "id" | "hash" | "clientId" | "scopes" | "issuedAt" | "expiresAt">;
type IssuedTable = Pick<CodeTable, "id" | "hash" | "client_id" | "scopes" | "issued_at" | "expires_at">;

/** The columns that codes, access tokens and refresh tokens have alike. */
export function issuedRow(issued: Issued): Insertable<IssuedTable> {
  return {
    id: issued.id,
    hash: issued.hash,
    client_id: issued.clientId,
    scopes: words(issued.scopes),
    issued_at: issued.issuedAt,
    expires_at: issued.expiresAt,
  };
}

export function issuedOf(row: Selectable<IssuedTable>): Issued {
  return {
    id: row.id,
    hash: row.hash,
    clientId: row.client_id,
    scopes: fromWords(row.scopes),
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
  };
}

/** Added to a read of a code or token that joins its authorization as `family`. */
export const familyColumns = [
  "family.revoked_at as family_revoked_at",
  "family.revocation_reason as family_revocation_reason",
] as const;

interface FamilyColumns {
  readonly family_revoked_at: number | null;
  readonly family_revocation_reason: string | null;
}

export function familyOf(row: FamilyColumns) {
  return {
    authorizationRevokedAt: row.family_revoked_at,
    authorizationRevocationReason: row.family_revocation_reason as RevocationReason | null,
  };
}
