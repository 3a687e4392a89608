import { expect } from "vitest";
import type { Family } from "../../src/errors/definition.ts";

/** 128 random bits, as hex or base64url. */
export const requestIdPattern = /^(?:[0-9a-f]{32}|[A-Za-z0-9_-]{22,32})$/;

/** Paths that scripts of any origin may call. */
const crossOrigin = /^\/(oauth\/(token|revoke)$|api\/|\.well-known\/)/;

/** What every error answer has beside its body. */
export function expectHeaders(response: Response, status: number, retryAfter: number | undefined): void {
  const { headers } = response;
  expect(headers.get("Cache-Control")).toContain("no-store");
  if (status === 429 || status === 503) expect(headers.get("Retry-After")).toMatch(/^[1-9]\d*$/);
  else expect(headers.get("Retry-After")).toBeNull();
  if (retryAfter !== undefined) expect(headers.get("Retry-After")).toBe(String(retryAfter));
  if (status === 405) expect(headers.get("Allow")).toMatch(/^[A-Z]+(, [A-Z]+)*$/);
  const path = new URL(response.url || "http://localhost").pathname;
  if (crossOrigin.test(path)) {
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
  }
  if (/^\/(oauth\/(token|revoke|introspect)|api)/.test(path)) expect(headers.get("Set-Cookie")).toBeNull();
}

/** RFC 6750 §3 at the API; RFC 6749 §5.2 at the token endpoint. */
export function expectChallenge(response: Response, family: Family, code: string, hint: string): void {
  const challenge = response.headers.get("WWW-Authenticate");
  if (family === "oauth") {
    if (challenge !== null)
      expect([code, challenge]).toEqual(["invalid_client", expect.stringMatching(/^Basic realm="/)]);
    return;
  }
  if (response.status !== 401 && response.status !== 403) {
    expect(challenge).toBeNull();
    return;
  }
  expect(challenge).toMatch(/^Bearer realm="[^"]+"/);
  const error = /, error="([^"]*)"/.exec(challenge ?? "")?.[1];
  const invalid = code === "token_expired" || code === "token_invalid";
  const wanted = code === "insufficient_scope" ? code : undefined;
  expect(error).toBe(invalid ? "invalid_token" : wanted);
  const scope = /, scope="([^"]+)"/.exec(challenge ?? "")?.[1];
  if (wanted) expect(hint).toContain(scope);
  else expect(scope).toBeUndefined();
}
