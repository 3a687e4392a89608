import { type CatalogueError, oauthError } from "../../../errors/catalogue-error.ts";
import type { AuthorizationCode, WithAuthorization } from "../../../storage/port/authorizations.ts";
import type { Repositories } from "../../../storage/port/storage.ts";
import type { Parameters } from "../../client-request/client-request.ts";
import { required } from "../../client-request/read-parameters.ts";
import { sameHash } from "../../hash.ts";
import { challengeOf, isVerifier } from "../../pkce.ts";
import { parseToken } from "../../tokens/opaque.ts";
import type { Grant, GrantRequest, Verdict } from "../grant.ts";
import { toldReasons, userProblem } from "../subject.ts";

export interface AuthorizationCodeOptions {
  /** Seconds in which a second redemption with the right verifier revokes nothing. */
  readonly replayLeeway: number;
}

type Code = WithAuthorization<AuthorizationCode>;

interface Redemption {
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string | undefined;
}

/**
 * RFC 6749 §4.1.3 with RFC 7636 §4.5. A malformed request and another client leave a code as it is; the right client with a
 * wrong redirect URI or verifier burns it (RFC 9700 §4.5, guessing gets one try).
 */
export function authorizationCodeGrant(options: AuthorizationCodeOptions): Grant {
  return {
    grantType: "authorization_code",
    confidentialOnly: false,
    async authorize(request, repositories) {
      const redemption = readRedemption(request.parameters);
      const code = await findCode(redemption.code, request, repositories);
      if (code.redeemedAt === null) requireVerifier(code, redemption);
      const { authorizations, users } = repositories;
      if ((await authorizations.redeemCode(code.id, request.now)) === "replayed")
        return replayed(code.id, redemption, request, options, repositories);
      const refused = mismatch(code, redemption) ?? (await userProblem(code.userId, users));
      return refused ? { refused } : concluded(code);
    },
  };
}

function readRedemption(parameters: Parameters): Redemption {
  const code = required(parameters, "code");
  const redirectUri = required(parameters, "redirect_uri");
  const verifier = parameters.get("code_verifier");
  if (verifier !== undefined && !isVerifier(verifier)) {
    const expected = "43 to 128 characters of A-Z, a-z, 0-9, -, ., _ and ~";
    throw oauthError("invalid_request", "parameter_malformed", { parameter: "code_verifier", expected });
  }
  return { code, redirectUri, verifier };
}

/** The code, if it is this client's and not dead of age or revocation; a used one too, so that reuse is noticed. */
async function findCode(
  text: string,
  request: GrantRequest,
  { authorizations }: Repositories,
): Promise<Code> {
  const proof = parseToken("authorizationCode", text);
  const code = proof && (await authorizations.findCode(proof.id));
  if (!(code && sameHash(code.hash, proof.hash)))
    throw oauthError("invalid_grant", "authorization_code_unknown");
  if (code.clientId !== request.client.id)
    throw oauthError("invalid_grant", "authorization_code_client_mismatch");
  if (code.redeemedAt !== null) return code;
  if (code.authorizationRevokedAt !== null) throw revoked(code);
  if (code.expiresAt <= request.now) throw oauthError("invalid_grant", "authorization_code_expired");
  return code;
}

function revoked({ authorizationRevocationReason: reason }: Code): CatalogueError {
  const told = reason === null ? undefined : toldReasons[reason];
  return oauthError("invalid_grant", told ?? "authorization_code_revoked");
}

function requireVerifier({ codeChallenge }: Code, { verifier }: Redemption): void {
  if (codeChallenge !== null && verifier === undefined)
    throw oauthError("invalid_request", "code_verifier_required");
}

function provesChallenge({ codeChallenge }: Code, { verifier }: Redemption): boolean {
  return codeChallenge !== null && verifier !== undefined && sameHash(challengeOf(verifier), codeChallenge);
}

function mismatch(code: Code, redemption: Redemption): CatalogueError | undefined {
  if (redemption.redirectUri !== code.redirectUri)
    return oauthError(
      "invalid_grant",
      "redirect_uri_mismatch",
      {},
      { expected: { redirectUri: code.redirectUri } },
    );
  // RFC 9700 §4.8.2: a verifier without a challenge is the mark of a downgrade.
  if (code.codeChallenge === null)
    return redemption.verifier === undefined
      ? undefined
      : oauthError("invalid_request", "code_verifier_unexpected");
  return provesChallenge(code, redemption)
    ? undefined
    : oauthError("invalid_grant", "code_verifier_mismatch");
}

/** RFC 6749 §4.1.2: reuse revokes what was issued, save for the quick double submit of a client that proves its challenge. */
async function replayed(
  id: string,
  redemption: Redemption,
  { now }: GrantRequest,
  { replayLeeway }: AuthorizationCodeOptions,
  { authorizations }: Repositories,
): Promise<Verdict> {
  const code = await authorizations.findCode(id);
  const quick = code?.redeemedAt != null && now - code.redeemedAt < replayLeeway * 1000;
  if (code && !(quick && provesChallenge(code, redemption)))
    await authorizations.revoke(code.authorizationId, "code_replayed", now);
  return { refused: oauthError("invalid_grant", "authorization_code_used") };
}

function concluded({ authorizationId, userId, scopes }: Code): Verdict {
  return { concluded: { subject: { authorizationId, userId }, scopes, refreshScopes: scopes } };
}
