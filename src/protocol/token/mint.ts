import type { RefreshToken } from "../../storage/port/authorizations.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { Instant } from "../../storage/port/time.ts";
import type { Entropy } from "../ambient.ts";
import type { RowIds } from "../row-id.ts";
import { type MintedToken, mintToken } from "../tokens/opaque.ts";
import type { Conclusion, MintedRows } from "./grant.ts";
import { tokenResponse } from "./response.ts";

/** Seconds, for clients that have no lifetimes of their own. */
export interface TokenLifetimes {
  readonly accessToken: number;
  readonly refreshToken: number;
}

export interface Mint {
  readonly ids: RowIds;
  readonly entropy: Entropy;
  readonly lifetimes: TokenLifetimes;
}

/** New tokens: the rows to store and the one response that will ever show them. */
export interface Minted extends MintedRows {
  /** JSON of RFC 6749 §5.1, made once, so that a repeated answer is the same to the byte. */
  readonly response: string;
}

/** Makes the tokens of a conclusion; stores nothing. A refresh token only for clients that may use one. */
export function mintTokens(conclusion: Conclusion, client: Client, now: Instant, mint: Mint): Minted {
  const { ids, lifetimes } = mint;
  const entropy = conclusion.entropy ?? mint.entropy;
  const expiresIn = client.accessTokenTtl ?? lifetimes.accessToken;
  const refreshLifetime = client.refreshTokenTtl ?? lifetimes.refreshToken;
  const access = mintToken("accessToken", ids, entropy);
  const lasting = client.grantTypes.includes("refresh_token") && conclusion.refreshScopes !== null;
  const refresh = lasting ? mintToken("refreshToken", ids, entropy) : undefined;
  return {
    accessToken: {
      ...issued(access, client, conclusion.scopes, now, expiresIn),
      authorizationId: conclusion.subject?.authorizationId ?? null,
      userId: conclusion.subject?.userId ?? null,
      revokedAt: null,
    },
    refreshToken: refresh ? refreshRow(refresh, conclusion, client, now, refreshLifetime) : null,
    response: tokenResponse(expiresIn, access, refresh, conclusion.scopes.join(" ")),
  };
}

function issued(
  token: MintedToken,
  client: Client,
  scopes: readonly string[],
  now: Instant,
  lifetime: number,
) {
  return {
    id: token.id,
    hash: token.hash,
    clientId: client.id,
    scopes,
    issuedAt: now,
    expiresAt: now + lifetime * 1000,
  };
}

function refreshRow(
  token: MintedToken,
  { subject, refreshScopes }: Conclusion,
  client: Client,
  now: Instant,
  lifetime: number,
): RefreshToken | null {
  if (!(subject && refreshScopes)) return null;
  return {
    ...issued(token, client, refreshScopes, now, lifetime),
    ...subject,
    usedAt: null,
    revokedAt: null,
    successorId: null,
    replay: null,
    replayScope: null,
  };
}

/** Stores new tokens, and that the person's consent was used. */
export async function storeTokens(minted: Minted, { authorizations, consents }: Repositories): Promise<void> {
  const { accessToken, refreshToken } = minted;
  await authorizations.addAccessToken(accessToken, refreshToken);
  if (refreshToken) await authorizations.addRefreshToken(refreshToken);
  if (accessToken.userId !== null)
    await consents.touch(accessToken.userId, accessToken.clientId, accessToken.issuedAt);
}
