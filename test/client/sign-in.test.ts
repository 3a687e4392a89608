import { describe, expect, it } from "vitest";
import type { SignInRequest } from "../../packages/client/src/index.ts";
import { challengeOf } from "../../src/protocol/pkce.ts";
import { client, issuer, json, scriptedFetch, thrownBy, tokenBody } from "./scripted.ts";

/** Bytes that count up, so that every secret is another and known. */
function countingEntropy() {
  let next = 0;
  return (length: number) => Uint8Array.from({ length }, () => next++ % 256);
}

describe("authorizationUrl", () => {
  it("carries state, PKCE and nonce, each from 256 random bits of its own", async () => {
    const { url, pending } = await client({ entropy: countingEntropy() }).authorizationUrl();
    const secret = (from: number) =>
      Buffer.from(Array.from({ length: 32 }, (_, i) => from + i)).toString("base64url");
    expect(pending).toEqual({
      state: secret(0),
      nonce: secret(32),
      codeVerifier: secret(64),
      redirectUri: "https://app.example.com/callback",
    });
    expect(url.split("?")[0]).toBe(`${issuer}/oauth/authorize`);
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      response_type: "code",
      client_id: "the-app",
      redirect_uri: "https://app.example.com/callback",
      state: secret(0),
      nonce: secret(32),
      code_challenge: challengeOf(secret(64)),
      code_challenge_method: "S256",
    });
    expect(url).not.toContain(secret(64));
  });

  it("carries what is asked of the person", async () => {
    const request: SignInRequest = {
      scope: ["view-user", "detail-user"],
      prompt: "consent",
      maxAge: 0,
      loginHint: "siti@example.com",
      uiLocales: "id en",
      skipAccountChooser: true,
      redirectUri: "http://localhost:5000/cb",
      returnTo: "/orders?page=2#last",
    };
    const { url, pending } = await client().authorizationUrl(request);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      scope: "view-user detail-user",
      prompt: "consent",
      max_age: "0",
      login_hint: "siti@example.com",
      ui_locales: "id en",
      skip_account_chooser: "true",
      redirect_uri: "http://localhost:5000/cb",
    });
    expect(pending).toMatchObject({
      redirectUri: "http://localhost:5000/cb",
      returnTo: "/orders?page=2#last",
    });
    expect(url).not.toContain("orders");
  });

  it("never begins the same way twice", async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => client().authorizationUrl()));
    const secrets = all.flatMap(({ pending }) => [pending.state, pending.nonce, pending.codeVerifier]);
    expect(new Set(secrets).size).toBe(150);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "",
    "orders",
  ])("%j is no place to return to", async (returnTo) => {
    const error = await thrownBy(() => client().authorizationUrl({ returnTo }));
    expect(error).toMatchObject({ code: "configuration_invalid", reason: "return_to_foreign" });
  });
});

describe("handleCallback", () => {
  async function begun() {
    const { fetch, sent } = scriptedFetch(json(tokenBody()));
    const now = 1_800_000_000_000;
    const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) };
    const mubarokah = client({ fetch, clock });
    const { pending } = await mubarokah.authorizationUrl();
    const back = (parameters: Readonly<Record<string, string>>) =>
      `https://app.example.com/callback?${new URLSearchParams({ state: pending.state, iss: issuer, ...parameters })}`;
    return { mubarokah, pending, sent, back, now };
  }

  it("redeems the code once everything is proven", async () => {
    const { mubarokah, pending, sent, back, now } = await begun();
    expect(await mubarokah.handleCallback(new URL(back({ code: "the-code" })), pending)).toEqual({
      accessToken: "access-1",
      refreshToken: "refresh-1",
      expiresAt: now + 86_400_000,
      scope: ["view-user"],
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: "POST", url: new URL(`${issuer}/oauth/token`) });
    expect(Object.fromEntries(sent[0]?.body ?? [])).toEqual({
      grant_type: "authorization_code",
      code: "the-code",
      redirect_uri: pending.redirectUri,
      code_verifier: pending.codeVerifier,
      client_id: "the-app",
    });
    expect(sent[0]?.headers.get("Authorization")).toBeNull();
  });

  it("takes a path with a query, as servers see it", async () => {
    const { mubarokah, pending, back } = await begun();
    const path = back({ code: "x" }).replace("https://app.example.com", "");
    await expect(mubarokah.handleCallback(`${path}#fragment`, pending)).resolves.toHaveProperty(
      "accessToken",
    );
  });

  it.each([
    ["state_missing", { state: "" }],
    ["state_mismatch", { state: "another" }],
    ["state_mismatch", { state: "another", iss: "https://evil.example", error: "access_denied" }],
    ["issuer_missing", { iss: "" }],
    ["issuer_mismatch", { iss: "https://evil.example" }],
    ["issuer_mismatch", { iss: `${issuer}/` }],
    ["issuer_mismatch", { iss: "https://evil.example", error: "access_denied" }],
    ["code_missing", { code: "" }],
  ])("%s: no code is sent anywhere, and nothing of the address is repeated", async (reason, change) => {
    const { mubarokah, pending, sent, back } = await begun();
    const hostile = { code: "c0de", error_description: "call 0800-EVIL", error_uri: "javascript:alert(1)" };
    const error = await thrownBy(() => mubarokah.handleCallback(back({ ...hostile, ...change }), pending));
    expect(error).toMatchObject({ code: "callback_invalid", reason, docsUrl: undefined, retryable: false });
    expect(JSON.stringify({ ...error, message: error.message })).not.toMatch(/evil|c0de|javascript/i);
    expect(sent).toEqual([]);
  });

  it.each(["state", "iss", "code", "error"])("%s twice is refused", async (name) => {
    const { mubarokah, pending, sent, back } = await begun();
    const twice = `${back({ code: "c", error: "access_denied" })}&${name}=again`;
    const error = await thrownBy(() => mubarokah.handleCallback(twice, pending));
    expect(error).toMatchObject({ code: "callback_invalid", reason: "parameter_repeated" });
    expect(sent).toEqual([]);
  });

  it("without a sign-in that was begun here, nothing is looked at (login CSRF)", async () => {
    const { mubarokah, back, sent } = await begun();
    const error = await thrownBy(() => mubarokah.handleCallback(back({ code: "stolen" }), undefined));
    expect(error).toMatchObject({
      code: "callback_invalid",
      reason: "sign_in_not_started",
      fixableBy: "person",
    });
    expect(sent).toEqual([]);
  });

  it.each(["", "garbage", "//x:99999/", "/callback", "https://app.example.com/callback#state=x"])(
    "%j is an answer to nothing",
    async (url) => {
      const { mubarokah, pending } = await begun();
      const error = await thrownBy(() => mubarokah.handleCallback(url, pending));
      expect(error).toMatchObject({ code: "callback_invalid", reason: "state_missing" });
    },
  );

  it("a proven error is the catalogue's, with a page of the issuer only", async () => {
    const { mubarokah, pending, back } = await begun();
    const url = back({
      error: "access_denied",
      error_uri: "https://evil.example/docs/errors/access_denied#user_denied",
    });
    const error = await thrownBy(() => mubarokah.handleCallback(url, pending));
    expect(error).toMatchObject({
      code: "access_denied",
      reason: "unknown",
      docsUrl: `${issuer}/docs/errors/access_denied`,
    });
  });
});

describe("what the token endpoint answers", () => {
  it.each([
    ["nothing", {}],
    ["another token type", tokenBody(1, { token_type: "mac" })],
    ["no access token", tokenBody(1, { access_token: "" })],
    ["no lifetime", tokenBody(1, { expires_in: undefined })],
    ["a lifetime in words", tokenBody(1, { expires_in: "86400" })],
    ["a negative lifetime", tokenBody(1, { expires_in: -1 })],
    ["no scope", tokenBody(1, { scope: undefined })],
    ["a refresh token that is none", tokenBody(1, { refresh_token: 7 })],
    ["a list", []],
    ["null", null],
  ])("%s is no token response", async (_, body) => {
    const { fetch } = scriptedFetch(json(body));
    const error = await thrownBy(() => client({ fetch }).refresh("r"));
    expect(error).toMatchObject({ code: "response_invalid", reason: "unexpected_shape", status: 200 });
  });

  it("Basic for a confidential application, form-encoded on the way (RFC 6749 §2.3.1)", async () => {
    const { fetch, sent } = scriptedFetch(json(tokenBody()));
    await client({ fetch, clientSecret: "s:e c+r%t" }).refresh("r");
    const pair = atob(sent[0]?.headers.get("Authorization")?.replace("Basic ", "") ?? "");
    expect(pair).toBe("the-app:s%3Ae+c%2Br%25t");
    expect(Object.fromEntries(sent[0]?.body ?? [])).toEqual({
      grant_type: "refresh_token",
      refresh_token: "r",
    });
  });

  it("keeps the refresh token when none comes back", async () => {
    const { fetch, sent } = scriptedFetch(json(tokenBody(2, { refresh_token: undefined })));
    const tokens = await client({ fetch }).refresh("old", { scope: "view-user" });
    expect(tokens.refreshToken).toBe("old");
    expect(sent[0]?.body.get("scope")).toBe("view-user");
  });
});
