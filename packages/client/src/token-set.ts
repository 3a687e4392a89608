import { ownError } from "./errors/own-error.ts";
import { type Answer, objectOf } from "./http/answer.ts";

/** What the server issued; plain data, so that any session can hold it. */
export interface TokenSet {
  readonly accessToken: string;
  /** Absent when the application lacks the grant, and for `clientCredentials`. */
  readonly refreshToken?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** What was granted, which may be less than what was asked for. */
  readonly scope: readonly string[];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Reads a token response (RFC 6749 §5.1). `sentAt`: when the request left, so that a slow answer lengthens nothing. */
export function tokenSetOf({ json, status }: Answer, sentAt: number): TokenSet {
  const {
    access_token: accessToken,
    refresh_token: refreshToken,
    token_type: type,
    expires_in: lifetime,
    scope,
  } = objectOf(json) ?? {};
  const sound =
    isText(accessToken) && /^bearer$/i.test(String(type)) && typeof lifetime === "number" && lifetime >= 0;
  if (!(sound && typeof scope === "string" && (refreshToken === undefined || isText(refreshToken))))
    throw ownError("response_invalid", "unexpected_shape", { status });
  return {
    accessToken,
    ...(refreshToken ? { refreshToken } : {}),
    expiresAt: sentAt + lifetime * 1000,
    scope: scope.split(" ").filter(Boolean),
  };
}
