import type { Instant } from "./time.ts";

/** Why every token of an authorization died. */
export type RevocationReason =
  | "code_replayed"
  | "refresh_token_reused"
  | "revoked_by_client"
  | "consent_revoked"
  | "password_changed"
  | "signed_out";

/**
 * One conclusion of a grant: the "family" of all codes, refresh and access tokens that came of it.
 * Codes and tokens are found by `id` (time-ordered, so that inserts append) and proven by `hash`:
 * SHA-256 of the whole token, base64url, which the caller compares in constant time.
 */
export interface Authorization {
  readonly id: string;
  readonly clientId: string;
  readonly userId: number;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  /** When the person last proved who they are before it; null where that was not written down. */
  readonly provenAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revocationReason: RevocationReason | null;
}

interface Issued {
  readonly id: string;
  readonly hash: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

export interface AuthorizationCode extends Issued {
  readonly authorizationId: string;
  readonly userId: number;
  readonly redirectUri: string;
  /** S256 challenge (RFC 7636 §4.2), null when none was sent. */
  readonly codeChallenge: string | null;
  /** Set by the first fully authenticated redemption, successful or not; the code is dead from then on. */
  readonly redeemedAt: Instant | null;
}

export interface AccessToken extends Issued {
  /** Null for client_credentials: the subject is the client. */
  readonly authorizationId: string | null;
  readonly userId: number | null;
  readonly revokedAt: Instant | null;
}

export interface RefreshToken extends Issued {
  readonly authorizationId: string;
  readonly userId: number;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** The refresh token that took its place. */
  readonly successorId: string | null;
  /** With the token itself, what its rotation answered can be made again from this; erased after the replay window. */
  readonly replay: string | null;
  /** The `scope` parameter of that rotation, "" when absent. */
  readonly replayScope: string | null;
}

/** A stored code or token with the state of the authorization it belongs to: one read. */
export type WithAuthorization<T> = T & {
  readonly authorizationRevokedAt: Instant | null;
  readonly authorizationRevocationReason: RevocationReason | null;
};

export interface AuthorizationStore {
  create(authorization: Authorization): Promise<void>;
  /** Its `provenAt`; null too where there is no such authorization. */
  provenAt(id: string): Promise<Instant | null>;
  addCode(code: AuthorizationCode): Promise<void>;
  /** `beside`: a refresh token that the same unit adds; where it lives as long, one statement less. */
  addAccessToken(token: AccessToken, beside?: RefreshToken | null): Promise<void>;
  addRefreshToken(token: RefreshToken): Promise<void>;

  /** Also expired, used and revoked ones, until 7 days past expiry (used refresh tokens as long as their family). */
  findCode(id: string): Promise<WithAuthorization<AuthorizationCode> | undefined>;
  findAccessToken(id: string): Promise<WithAuthorization<AccessToken> | undefined>;
  findRefreshToken(id: string): Promise<WithAuthorization<RefreshToken> | undefined>;

  /** One conditional statement: of any number of callers exactly one gets "redeemed". */
  redeemCode(id: string, at: Instant): Promise<"redeemed" | "replayed">;
  /** Marks the token used and keeps what its response can be made from again; of any number of callers exactly one gets "rotated". */
  rotateRefreshToken(
    id: string,
    at: Instant,
    kept: { readonly successorId: string; readonly replay: string; readonly replayScope: string },
  ): Promise<"rotated" | "replayed">;
  /** Erases kept responses of tokens used before `usedBefore`; at most `limit` rows; resolves to their number. */
  eraseReplays(usedBefore: Instant, limit: number): Promise<number>;

  revokeAccessToken(id: string, at: Instant): Promise<void>;
  /** Kills the whole family; a second call keeps the first reason. */
  revoke(authorizationId: string, reason: RevocationReason, at: Instant): Promise<void>;
  /** Kills every authorization of the user, or only those with one client. */
  revokeAll(userId: number, reason: RevocationReason, at: Instant, clientId?: string): Promise<void>;
}
