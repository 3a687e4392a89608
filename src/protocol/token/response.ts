import type { MintedToken } from "../tokens/opaque.ts";

/** JSON of RFC 6749 §5.1; the same of the same, to the byte. */
export function tokenResponse(
  expiresIn: number,
  access: Pick<MintedToken, "token">,
  refresh: Pick<MintedToken, "token"> | undefined,
  scope: string,
): string {
  return JSON.stringify({
    token_type: "Bearer",
    expires_in: expiresIn,
    access_token: access.token,
    ...(refresh ? { refresh_token: refresh.token } : {}),
    scope,
  });
}
