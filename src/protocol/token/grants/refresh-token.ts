import { type CatalogueError, oauthError } from "../../../errors/catalogue-error.ts";
import type { RefreshToken, WithAuthorization } from "../../../storage/port/authorizations.ts";
import type { Repositories } from "../../../storage/port/storage.ts";
import type { Entropy } from "../../ambient.ts";
import { required } from "../../client-request/read-parameters.ts";
import { sameHash } from "../../hash.ts";
import { firstOutside } from "../../scope.ts";
import { parseToken } from "../../tokens/opaque.ts";
import type { Grant, GrantRequest, Verdict } from "../grant.ts";
import { keptRotation, repeatedResponse, rotationEntropy, rotationNonce } from "../replay.ts";
import { requestedScopes, requireKnown } from "../requested-scope.ts";
import { toldReasons, userProblem } from "../subject.ts";

export interface RefreshTokenOptions {
  /** Seconds in which a used token gets the response of its rotation again. */
  readonly replayWindow: number;
  readonly entropy: Entropy;
}

type Token = WithAuthorization<RefreshToken>;

interface Presented {
  readonly text: string;
  readonly token: Token;
  readonly requested: readonly string[] | undefined;
}

/**
 * RFC 6749 §6 with rotation (RFC 9700 §4.14.2): a used token is answered alike for a short while, for lost responses and
 * second tabs, and after that kills its family.
 */
export function refreshTokenGrant(options: RefreshTokenOptions): Grant {
  return {
    grantType: "refresh_token",
    confidentialOnly: false,
    async authorize(request, repositories) {
      const presented = await findPresented(request, repositories);
      const { token } = presented;
      const { now } = request;
      if (token.authorizationRevokedAt !== null || token.revokedAt !== null) throw revoked(token);
      if (token.usedAt !== null && now - token.usedAt >= options.replayWindow * 1000) {
        await repositories.authorizations.revoke(token.authorizationId, "refresh_token_reused", now);
        return { refused: oauthError("invalid_grant", "refresh_token_reused") };
      }
      if (token.expiresAt <= now) throw oauthError("invalid_grant", "refresh_token_expired");
      const problem = await userProblem(token.userId, repositories.users);
      if (problem) throw problem;
      if (token.usedAt !== null) return { repeated: await repeated(presented, repositories) };
      return rotation(presented, request, options, repositories);
    },
  };
}

async function findPresented(
  { parameters, client }: GrantRequest,
  { authorizations }: Repositories,
): Promise<Presented> {
  const text = required(parameters, "refresh_token");
  const requested = requestedScopes(parameters);
  const proof = parseToken("refreshToken", text);
  const token = proof && (await authorizations.findRefreshToken(proof.id));
  if (!(token && sameHash(token.hash, proof.hash)))
    throw oauthError("invalid_grant", "refresh_token_unknown");
  if (token.clientId !== client.id) throw oauthError("invalid_grant", "refresh_token_client_mismatch");
  return { text, token, requested };
}

function revoked({ usedAt, authorizationRevocationReason: reason }: Token): CatalogueError {
  const told = reason === null ? undefined : toldReasons[reason];
  const own = reason === "refresh_token_reused" && usedAt !== null ? "refresh_token_reused" : undefined;
  return oauthError("invalid_grant", told ?? own ?? "refresh_token_revoked");
}

const joined = (scopes: readonly string[] | undefined) => scopes?.join(" ") ?? "";

async function repeated(
  { text, token, requested }: Presented,
  { authorizations }: Repositories,
): Promise<string> {
  const successor =
    token.successorId === null ? undefined : await authorizations.findRefreshToken(token.successorId);
  if (successor?.usedAt !== null) throw oauthError("invalid_grant", "refresh_token_superseded");
  if (token.replayScope !== joined(requested))
    throw oauthError("invalid_grant", "refresh_token_scope_differs");
  const response = token.replay === null ? undefined : repeatedResponse(token.replay, text, successor.hash);
  if (response === undefined) throw oauthError("invalid_grant", "refresh_token_superseded");
  return response;
}

/** Scopes taken from the client's registration since are left out; the new refresh token keeps the full scope (RFC 6749 §6). */
async function rotation(
  { text, token, requested }: Presented,
  { client, now }: GrantRequest,
  { entropy }: RefreshTokenOptions,
  { scopes }: Repositories,
): Promise<Verdict> {
  const wanted = requested ?? token.scopes.filter((scope) => client.scopes.includes(scope));
  await requireGranted(wanted, token, scopes);
  const withdrawn = firstOutside(wanted.length > 0 ? wanted : token.scopes, client.scopes);
  if (withdrawn !== undefined) throw oauthError("invalid_scope", "scope_not_permitted", { scope: withdrawn });
  const nonce = rotationNonce(entropy);
  return {
    concluded: {
      entropy: rotationEntropy(text, nonce),
      subject: { authorizationId: token.authorizationId, userId: token.userId },
      scopes: wanted,
      refreshScopes: token.scopes,
      async claim(minted, { authorizations }) {
        const successorId = minted.refreshToken?.id ?? "";
        const kept = { successorId, replay: keptRotation(nonce, minted), replayScope: joined(requested) };
        return (await authorizations.rotateRefreshToken(token.id, now, kept)) === "rotated";
      },
    },
  };
}

async function requireGranted(
  wanted: readonly string[],
  token: Token,
  scopes: Repositories["scopes"],
): Promise<void> {
  const scope = firstOutside(wanted, token.scopes);
  if (scope === undefined) return;
  await requireKnown(wanted, scopes);
  throw oauthError("invalid_scope", "scope_exceeds_grant", { scope }, { expected: { scopes: token.scopes } });
}
