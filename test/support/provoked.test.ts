import { describe, expect, it } from "vitest";
import { apiError, type CatalogueError, oauthError } from "../../src/errors/catalogue-error.ts";
import { redirectParameters } from "../../src/errors/redirect.ts";
import { wireAnswer } from "../../src/errors/wire.ts";
import { provoked } from "./provoked.ts";

const requestId = "0123456789abcdef0123456789abcdef";
const context = { issuer: "https://id.example", service: "Mubarokah ID", requestId };

interface Change {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** A right answer with one thing wrong. */
function answer(error: CatalogueError, change: Change): Response {
  const right = wireAnswer(error, context);
  const body = { ...(JSON.parse(right.body) as Record<string, unknown>), ...change.body };
  const headers = { ...right.headers, "X-Request-Id": requestId, ...change.headers };
  return new Response(JSON.stringify(body), { status: change.status ?? right.status, headers });
}

describe("provoked refuses", () => {
  it.each<[string, Change]>([
    ["another status", { status: 403 }],
    ["another code", { body: { error: "invalid_request" } }],
    ["another reason", { body: { reason: "authorization_code_expired" } }],
    ["another description", { body: { error_description: "Something went wrong." } }],
    ["another hint", { body: { hint: "Try again." } }],
    ["a foreign error_uri", { body: { error_uri: "https://id.example/docs/errors/invalid_grant" } }],
    ["a request id that is not the header's", { body: { request_id: "f".repeat(32) } }],
    ["a short request id", { headers: { "X-Request-Id": "1" }, body: { request_id: "1" } }],
    ["a member too many", { body: { stack: "at line 1" } }],
    ["a cacheable answer", { headers: { "Cache-Control": "public" } }],
    ["an answer that is not JSON", { headers: { "Content-Type": "text/plain" } }],
    ["a challenge out of place", { headers: { "WWW-Authenticate": 'Basic realm="x"' } }],
    ["a wait out of place", { headers: { "Retry-After": "1" } }],
  ])("%s", async (_, change) => {
    const error = oauthError("invalid_grant", "authorization_code_used");
    await expect(
      provoked("oauth", "invalid_grant", "authorization_code_used", answer(error, change)),
    ).rejects.toThrow();
  });

  it("a placeholder that nobody filled in", async () => {
    const error = oauthError("invalid_request", "parameter_missing", { parameter: "{parameter}" });
    await expect(
      provoked("oauth", "invalid_request", "parameter_missing", answer(error, {})),
    ).rejects.toThrow();
  });

  it.each<[string, Change]>([
    ["no wait", { headers: { "Retry-After": "" } }],
    ["a wait in the body that differs", { body: { retry_after: 999 } }],
  ])("503 with %s", async (_, change) => {
    const error = apiError("service_unavailable", "maintenance");
    await expect(
      provoked("api", "service_unavailable", "maintenance", answer(error, change)),
    ).rejects.toThrow();
  });

  it.each<[string, string]>([
    ["no challenge", ""],
    ["a challenge that says too much", 'Bearer realm="x", error="invalid_token"'],
  ])("401 without a token, with %s", async (_, challenge) => {
    const seen = answer(apiError("unauthenticated", "token_missing"), {
      headers: { "WWW-Authenticate": challenge },
    });
    await expect(provoked("api", "unauthenticated", "token_missing", seen)).rejects.toThrow();
  });

  it.each<[string, readonly [string, string]]>([
    ["another error", ["error", "server_error"]],
    ["a hint", ["hint", "Try again."]],
    ["another issuer", ["iss", "https://evil.example"]],
    [
      "an error_uri without the request",
      ["error_uri", "https://id.example/docs/errors/access_denied#user_denied"],
    ],
  ])("a redirect with %s", async (_, [name, value]) => {
    const parameters = redirectParameters(oauthError("access_denied", "user_denied"), context);
    parameters.set(name, value);
    const seen = `https://app.example/callback?${parameters}`;
    await expect(provoked("oauth", "access_denied", "user_denied", seen)).rejects.toThrow();
  });
});
