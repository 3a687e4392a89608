import type {
  AccessToken,
  AuthorizationStore,
  RefreshToken,
  WithAuthorization,
} from "../../storage/port/authorizations.ts";
import type { Instant } from "../../storage/port/time.ts";
import { sameHash } from "../hash.ts";
import { parseToken } from "./opaque.ts";

/** A stored token that someone holds, proven by its hash. */
export type FoundToken =
  | { readonly kind: "access"; readonly token: WithAuthorization<AccessToken> }
  | { readonly kind: "refresh"; readonly token: WithAuthorization<RefreshToken> };

/** The token this text is, dead ones included; undefined when there is no such token. Its prefix tells its kind, so a `token_type_hint` is never needed. */
export async function findToken(
  text: string,
  authorizations: Pick<AuthorizationStore, "findAccessToken" | "findRefreshToken">,
): Promise<FoundToken | undefined> {
  const access = parseToken("accessToken", text);
  if (access) {
    const token = await authorizations.findAccessToken(access.id);
    return token && sameHash(token.hash, access.hash) ? { kind: "access", token } : undefined;
  }
  const refresh = parseToken("refreshToken", text);
  if (!refresh) return undefined;
  const token = await authorizations.findRefreshToken(refresh.id);
  return token && sameHash(token.hash, refresh.hash) ? { kind: "refresh", token } : undefined;
}

/** Neither expired, revoked nor used, and its authorization stands. Says nothing of user and client. */
export function isLive({ kind, token }: FoundToken, now: Instant): boolean {
  const standing = token.revokedAt === null && token.authorizationRevokedAt === null;
  const unused = kind === "access" || token.usedAt === null;
  return standing && unused && token.expiresAt > now;
}
