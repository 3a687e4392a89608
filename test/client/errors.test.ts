import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, expectTypeOf, it } from "vitest";
import { errorOfAnswer } from "../../packages/client/src/errors/server-error.ts";
import {
  type ErrorCode,
  type ErrorOf,
  isMubarokahError,
  type MubarokahError,
  needsSignIn,
} from "../../packages/client/src/index.ts";
import type { Codes, Reasons } from "../../src/errors/catalogue-error.ts";
import { CatalogueError } from "../../src/errors/catalogue-error.ts";
import { redirectParameters } from "../../src/errors/redirect.ts";
import { everyReason } from "../../src/errors/walk.ts";
import { wireAnswer } from "../../src/errors/wire.ts";
import { sdkView } from "../../src/features/docs/sdk-view.ts";
import { client, issuer, json, scriptedFetch, thrownBy } from "./scripted.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const requestId = "5f0c9a3e71d24b68a0f7c2d94e8b1a36";
const received = everyReason().filter(({ entry }) => entry.places.some((place) => place !== "page"));
const byResponse = received.filter(({ definition }) => definition.status !== 302);
const byRedirect = received.filter(({ entry }) => entry.places.includes("authorize"));

/** Any text fits into any placeholder. */
const values = new Proxy({}, { get: () => "something" });

function errorOf({ family, code, reason }: (typeof received)[number]): CatalogueError {
  return new CatalogueError(family, code, reason, values, { fields: { name: ["is too long"] } });
}

describe("what the reference says about the SDK", () => {
  const views = everyReason().map((entry) => ({ ...entry, view: sdkView(entry.definition, entry.entry) }));

  it.each(views.filter(({ view }) => view !== "never"))("$family $code $reason: $view", (entry) => {
    const { code, reason, view } = entry;
    const body = { error: code, reason };
    const answer = { status: 400, headers: new Headers(), json: body };
    const error = errorOfAnswer(answer, "https://id.example.com", 0);
    expect([error.code, error.reason]).toEqual([code, reason]);
    expect(needsSignIn(error)).toBe(view === "signIn" || view === "renews");
    if (view === "repeats") expect(error.retryable).toBe(true);
  });

  it("only what no request of its own meets is never seen", () => {
    const never = new Set(views.filter(({ view }) => view === "never").flatMap(({ entry }) => entry.places));
    expect([...never].filter((place) => !["page", "webhook", "introspect"].includes(place))).toEqual([]);
  });
});

describe("the generated types and table", () => {
  it("are what the catalogue makes of them today", () => {
    const script = `${root}scripts/generate-client-errors.mjs`;
    const made = JSON.parse(execFileSync(process.execPath, [script, "--print"], { encoding: "utf8" }));
    expect(Object.keys(made)).toHaveLength(3);
    for (const [path, text] of Object.entries(made))
      expect(readFileSync(root + path, "utf8"), path).toBe(text);
  });

  it("have every code of the catalogue, by type", () => {
    expectTypeOf<Codes<"oauth"> | Codes<"api">>().toExtend<ErrorCode>();
    type Refresh = Extract<Reasons<"oauth">, `refresh_token_${string}`>;
    expectTypeOf<Refresh>().toExtend<ErrorOf<"invalid_grant">["reason"]>();
    expectTypeOf<ErrorOf<"unknown">["receivedCode"]>().toEqualTypeOf<string>();
    expectTypeOf<ErrorOf<"validation_error">["fields"]>().toEqualTypeOf<
      Readonly<Record<string, readonly string[]>>
    >();
    // @ts-expect-error: only validation_error has fields
    type Nothing = ErrorOf<"invalid_grant">["fields"];
    expectTypeOf<Nothing>().toEqualTypeOf<unknown>();
  });
});

/** Compiles only as long as no code is left out; leave one out and the last line is a type error. */
function audience(error: MubarokahError): string {
  switch (error.code) {
    case "invalid_request":
    case "invalid_client":
    case "unauthorized_client":
    case "unsupported_grant_type":
    case "unsupported_response_type":
    case "invalid_scope":
    case "unauthenticated":
    case "insufficient_scope":
    case "unapproved_scope":
    case "permission_denied":
    case "resource_not_found":
    case "configuration_invalid":
    case "token_store_failed":
      return "developer";
    case "validation_error":
      return Object.keys(error.fields).join();
    case "invalid_grant":
    case "token_expired":
    case "token_invalid":
    case "not_signed_in":
    case "login_required":
    case "consent_required":
    case "account_selection_required":
    case "access_denied":
    case "callback_invalid":
      return "person";
    case "server_error":
    case "temporarily_unavailable":
    case "service_unavailable":
    case "rate_limit_exceeded":
    case "network_error":
    case "timeout":
    case "response_invalid":
      return "later";
    case "aborted":
      return "nobody";
    case "unknown":
      return error.receivedCode;
    default:
      return error satisfies never;
  }
}

describe.each(byResponse)("$family $code $reason, as the server renders it", (entry) => {
  it("arrives whole", async () => {
    const error = errorOf(entry);
    const { status, headers, body } = wireAnswer(error, { issuer, service: "Mubarokah ID", requestId });
    const all = { ...headers, "X-Request-Id": requestId };
    const { fetch } = scriptedFetch(() => new Response(body, { status, headers: all }));
    const seen = await thrownBy(() => client({ fetch, maxAttempts: 1 }).discover());
    expect({ ...seen }).toEqual({
      name: "MubarokahError",
      code: entry.code,
      reason: entry.reason,
      description: error.description,
      hint: error.hint,
      docsUrl: `${issuer}/docs/errors/${entry.code}#${entry.reason}`,
      requestId,
      retryAfterMs: status === 429 || status === 503 ? (error.retryAfter ?? 1) * 1000 : undefined,
      fixableBy: entry.entry.fixableBy,
      retryable: entry.entry.retryable,
      status,
      ...(entry.code === "validation_error" ? { fields: { name: ["is too long"] } } : {}),
    });
    expect(seen.message).toContain(error.hint);
    expect(seen.message).toContain(requestId);
    expect(audience(seen)).toBeTruthy();
  });

  it("says the same as a problem document", async () => {
    const { status, headers, body } = wireAnswer(
      errorOf(entry),
      { issuer, service: "Mubarokah ID", requestId },
      "application/problem+json",
    );
    const { fetch } = scriptedFetch(() => new Response(body, { status, headers }));
    const seen = await thrownBy(() => client({ fetch, maxAttempts: 1 }).discover());
    expect(seen).toMatchObject({
      code: entry.code,
      reason: entry.reason,
      hint: errorOf(entry).hint,
      requestId,
    });
  });
});

describe.each(byRedirect)("$code $reason, as a redirect", (entry) => {
  it("arrives with its reason, page and request id", async () => {
    const error = errorOf(entry);
    const mubarokah = client();
    const { pending } = await mubarokah.authorizationUrl();
    const parameters = redirectParameters(error, { issuer, requestId, state: pending.state });
    const seen = await thrownBy(() => mubarokah.handleCallback(`/callback?${parameters}`, pending));
    const docsUrl = `${issuer}/docs/errors/${entry.code}?request=${requestId}#${entry.reason}`;
    const { code, reason } = entry;
    expect(seen).toMatchObject({ code, reason, docsUrl, requestId, status: undefined });
    expect(seen).toMatchObject({ fixableBy: entry.entry.fixableBy, retryable: entry.entry.retryable });
    expect(seen.description).toBe(error.description);
    expect(seen.hint).toBe(entry.definition.status === 302 ? error.hint : `See ${docsUrl}.`);
  });
});

describe("what a later server may send", () => {
  async function seen(body: unknown, status = 400, headers: Readonly<Record<string, string>> = {}) {
    const { fetch } = scriptedFetch(json(body, status, headers));
    return thrownBy(() => client({ fetch, maxAttempts: 1 }).discover());
  }

  it("a code nobody knows yet is `unknown` and keeps everything else", async () => {
    const error = await seen({
      error: "slow_down",
      reason: "polling",
      hint: "Poll slower.",
      error_description: "Too fast.",
    });
    expect(error).toMatchObject({
      code: "unknown",
      receivedCode: "slow_down",
      reason: "polling",
      hint: "Poll slower.",
      description: "Too fast.",
      docsUrl: `${issuer}/docs/errors/slow_down`,
      retryable: false,
    });
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("%s is no code", async (code) => {
    expect(await seen({ error: code, reason: code })).toMatchObject({ code: "unknown", receivedCode: code });
  });

  it("a reason nobody knows yet stays as it came", async () => {
    const error = await seen({ error: "invalid_grant", reason: "constructor" });
    expect(error).toMatchObject({ code: "invalid_grant", reason: "constructor", fixableBy: "app_developer" });
    expect(error.hint).toBe(`See ${issuer}/docs/errors/invalid_grant.`);
  });

  it.each([
    ["javascript:alert(1)"],
    ["https://evil.example/docs/errors/invalid_grant"],
    [`${issuer}.evil.example/docs/errors/x`],
    [`${issuer}@evil.example/docs/errors/x`],
    [17],
  ])("an error_uri elsewhere (%s) never becomes a link", async (uri) => {
    const error = await seen({ error: "invalid_grant", error_uri: uri });
    expect(error.docsUrl).toBe(`${issuer}/docs/errors/invalid_grant`);
  });

  it("texts of any length and members of any type do no harm", async () => {
    const long = "x".repeat(100_000);
    const error = await seen({
      error: long,
      reason: { a: 1 },
      hint: long,
      error_description: [],
      request_id: long,
    });
    expect(error.message.length).toBeLessThan(6000);
    expect(error).toMatchObject({ code: "unknown", reason: "unknown" });
    const fields = await seen({
      error: "validation_error",
      errors: { name: "one", bio: [1, "two"], x: null },
    });
    expect(fields).toMatchObject({ fields: { name: ["one"], bio: ["1", "two"], x: ["null"] } });
  });
});

it("is told from other errors", () => {
  expect(isMubarokahError(new Error("other"))).toBe(false);
  expect(isMubarokahError(undefined)).toBe(false);
  expect(isMubarokahError({ name: "MubarokahError", code: "timeout" })).toBe(false);
});
