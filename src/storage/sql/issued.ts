import type { Selectable } from "kysely";
import type { AuthorizationCode, RevocationReason } from "../port/authorizations.ts";
import { fromWords, words } from "./columns.ts";
import type { CodeTable } from "./database.ts";

type Shared = "id" | "hash" | "clientId" | "scopes" | "issuedAt" | "expiresAt";
type SharedColumn = "id" | "hash" | "client_id" | "scopes" | "issued_at" | "expires_at";

/** Access tokens of client_credentials have neither. */
interface Owner {
  readonly authorizationId: string | null;
  readonly userId: number | null;
}

interface OwnerColumns {
  readonly authorization_id: string | null;
  readonly user_id: number | null;
}

interface FamilyColumns {
  readonly family_revoked_at: number | null;
  readonly family_revocation_reason: string | null;
}

/** The columns that codes, access tokens and refresh tokens have alike. */
export function issuedRow<Of extends Owner>(issued: Pick<AuthorizationCode, Shared> & Of) {
  return {
    id: issued.id,
    hash: issued.hash,
    client_id: issued.clientId,
    scopes: words(issued.scopes),
    issued_at: issued.issuedAt,
    expires_at: issued.expiresAt,
    authorization_id: issued.authorizationId as Of["authorizationId"],
    user_id: issued.userId as Of["userId"],
  };
}

/** Added to a read of a code or token that joins its authorization as `family`. */
export const familyColumns = [
  "family.revoked_at as family_revoked_at",
  "family.revocation_reason as family_revocation_reason",
] as const;

export function issuedOf<Of extends OwnerColumns>(
  row: Pick<Selectable<CodeTable>, SharedColumn> & Of & FamilyColumns,
) {
  return {
    id: row.id,
    hash: row.hash,
    clientId: row.client_id,
    scopes: fromWords(row.scopes),
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    authorizationId: row.authorization_id as Of["authorization_id"],
    userId: row.user_id as Of["user_id"],
    authorizationRevokedAt: row.family_revoked_at,
    authorizationRevocationReason: row.family_revocation_reason as RevocationReason | null,
  };
}
