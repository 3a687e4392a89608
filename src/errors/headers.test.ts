import { describe, expect, it } from "vitest";
import { apiError, type CatalogueError, oauthError } from "./catalogue-error.ts";
import { errorHeaders, retrySeconds, wireHeaders } from "./headers.ts";

const issuer = "https://id.example";
const challengeOf = (error: CatalogueError, service = "Mubarokah ID") =>
  wireHeaders(error, { issuer, service })["WWW-Authenticate"];

describe("caching and waiting", () => {
  it("is never cached", () => {
    expect(errorHeaders(oauthError("invalid_grant", "authorization_code_used"))).toEqual({
      "Cache-Control": "no-store",
      Pragma: "no-cache",
    });
  });

  it.each([
    [oauthError("temporarily_unavailable", "maintenance"), 120],
    [oauthError("temporarily_unavailable", "rate_limited", {}, { retryAfter: 12.2 }), 13],
    [apiError("service_unavailable", "overloaded", {}, { retryAfter: 0 }), 1],
    [apiError("rate_limit_exceeded", "rate_limited"), 60],
  ] as const)("gives whole seconds with 429 and 503 (%#)", (error, seconds) => {
    expect(retrySeconds(error)).toBe(seconds);
    expect(errorHeaders(error)["Retry-After"]).toBe(String(seconds));
  });

  it("gives none elsewhere, whatever the thrower says", () => {
    const error = oauthError("server_error", "unexpected", {}, { retryAfter: 5 });
    expect(errorHeaders(error)["Retry-After"]).toBeUndefined();
  });

  it("names the methods with 405, and adds the thrower's own headers", () => {
    const headers = { "X-RateLimit-Limit": "100" };
    const error = apiError("validation_error", "method_not_allowed", { allowed: "GET, PATCH" }, { headers });
    expect(errorHeaders(error)).toMatchObject({ Allow: "GET, PATCH", "X-RateLimit-Limit": "100" });
  });
});

it("marks what was rehearsed, and nothing else", () => {
  const real = oauthError("invalid_grant", "user_disabled");
  const rehearsed = oauthError("invalid_grant", "user_disabled", {}, { rehearsed: true });
  expect(errorHeaders(rehearsed)).toEqual({
    ...errorHeaders(real),
    "Mubarokah-Rehearsed": "invalid_grant/user_disabled",
  });
});

describe("challenges", () => {
  it("asks for Basic only when the Authorization header was used (RFC 6749 §5.2)", () => {
    const basic = { basicChallenge: true };
    expect(challengeOf(oauthError("invalid_client", "client_authentication_failed", {}, basic))).toBe(
      'Basic realm="Mubarokah ID", charset="UTF-8"',
    );
    expect(challengeOf(oauthError("invalid_client", "client_authentication_failed"))).toBeUndefined();
    expect(challengeOf(oauthError("invalid_grant", "user_disabled", {}, basic))).toBeUndefined();
  });

  it.each([
    apiError("unauthenticated", "token_missing"),
    apiError("unapproved_scope", "approval_pending", { scope: "detail-user" }),
    apiError("permission_denied", "other_user"),
  ])("is a bare realm for $code, lest clients re-authorise in a loop", (error) => {
    expect(challengeOf(error)).toBe('Bearer realm="Mubarokah ID"');
  });

  it.each([
    ["Kampus Merdeka", "Kampus Merdeka"],
    ["هوية مباركة", "id.example"],
    ["Café", "id.example"],
  ])("calls the service %s as %s, whatever script its name is in", (service, realm) => {
    const error = apiError("unauthenticated", "token_missing");
    expect(challengeOf(error, service)).toBe(`Bearer realm="${realm}"`);
  });

  it.each([apiError("token_expired", "token_expired"), apiError("token_invalid", "token_unknown")])(
    "says invalid_token for $code",
    (error) =>
      expect(challengeOf(error)).toBe(
        `Bearer realm="Mubarokah ID", error="invalid_token", error_description="${error.description}", ` +
          `error_uri="${issuer}/docs/errors/${error.code}#${error.reason}"`,
      ),
  );

  it("names the scope with insufficient_scope, quoted safely", () => {
    const error = apiError("insufficient_scope", "scope_missing", { scope: "detail-user" });
    expect(challengeOf(error)).toContain('error="insufficient_scope", scope="detail-user", ');
    const hostile = apiError("insufficient_scope", "scope_missing", { scope: 'a"\\\r\nX: y' });
    expect(challengeOf(hostile)).toContain('scope="a\\"\\\\X: y"');
  });

  it("is absent from other statuses", () => {
    expect(challengeOf(apiError("resource_not_found", "path_unknown"))).toBeUndefined();
  });
});
