import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { challengeOf } from "../../src/protocol/pkce.ts";
import { provoked } from "../support/provoked.ts";
import { forged, type KnownClient, TokenDesk, verifier } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let other: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open({ ACCESS_TOKEN_TTL: "7200" });
  client = await desk.client();
  other = await desk.client();
});
afterAll(() => desk.close());

const wrongVerifier = "x".repeat(43);

async function expectBurnt(code: string): Promise<void> {
  await provoked("oauth", "invalid_grant", "authorization_code_used", await desk.redeem(client, code));
}

async function expectUntouched(code: string): Promise<void> {
  expect((await desk.redeem(client, code)).status).toBe(200);
}

describe("success", () => {
  it("has exactly these members in this order", async () => {
    const response = await desk.redeem(client, await desk.code(client));
    const text = await response.text();
    expect(text).toMatch(
      /^\{"token_type":"Bearer","expires_in":7200,"access_token":"mbid_at_[\w-]{76}","refresh_token":"mbid_rt_[\w-]{76}","scope":"view-user detail-user"\}$/,
    );
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Pragma")).toBe("no-cache");
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("gives the client's own lifetimes", async () => {
    const own = await desk.client({ accessTokenTtl: 60, refreshTokenTtl: 120 });
    const tokens = await desk.tokens(own);
    expect(tokens.expires_in).toBe(60);
    const answer = await desk.as(own, "/oauth/introspect", { token: tokens.refresh_token });
    const { exp, iat } = (await answer.json()) as { exp: number; iat: number };
    expect(exp - iat).toBe(120);
  });

  it("has no refresh token for a client without that grant", async () => {
    const own = await desk.client({ grantTypes: ["authorization_code"] });
    expect(Object.keys(await desk.tokens(own))).toEqual([
      "token_type",
      "expires_in",
      "access_token",
      "scope",
    ]);
  });

  it("is possible without PKCE for a confidential client", async () => {
    const code = await desk.code(client, { codeChallenge: null });
    expect((await desk.redeem(client, code, { code_verifier: "" })).status).toBe(200);
  });

  it("stores no token, only hashes", async () => {
    const tokens = await desk.tokens(client);
    const stored = await desk.server.database.contents();
    expect(stored).toContain(tokens.access_token.slice(8, 34));
    expect(stored).not.toContain(tokens.access_token);
    expect(stored).not.toContain(tokens.refresh_token);
  });
});

describe("parameters", () => {
  it.each(["code", "redirect_uri"])("%s is missing: the code is left as it is", async (name) => {
    const code = await desk.code(client);
    const response = await desk.redeem(client, code, { [name]: "" });
    const { body } = await provoked("oauth", "invalid_request", "parameter_missing", response);
    expect(body?.hint).toContain(name);
    await expectUntouched(code);
  });

  it.each(["x".repeat(42), "x".repeat(129), `${"x".repeat(43)}!`, "é".repeat(50), `${"x".repeat(43)}\u0000`])(
    "code_verifier %j is malformed: the code is left as it is",
    async (malformed) => {
      const code = await desk.code(client);
      const response = await desk.redeem(client, code, { code_verifier: malformed });
      await provoked("oauth", "invalid_request", "parameter_malformed", response);
      await expectUntouched(code);
    },
  );

  it("a verifier is required when a challenge was sent: the code is left as it is", async () => {
    const code = await desk.code(client);
    const response = await desk.redeem(client, code, { code_verifier: "" });
    await provoked("oauth", "invalid_request", "code_verifier_required", response);
    await expectUntouched(code);
  });

  it("a verifier without a challenge is the mark of a downgrade and burns the code", async () => {
    const code = await desk.code(client, { codeChallenge: null });
    await provoked("oauth", "invalid_request", "code_verifier_unexpected", await desk.redeem(client, code));
    const again = await desk.redeem(client, code, { code_verifier: "" });
    await provoked("oauth", "invalid_grant", "authorization_code_used", again);
  });
});

describe("refusals", () => {
  it.each(["x", "\u0000", "mbid_ac_", `mbid_ac_${"0".repeat(76)}`, "x".repeat(8192), "💥"])(
    "unknown code %j",
    async (code) => {
      await provoked("oauth", "invalid_grant", "authorization_code_unknown", await desk.redeem(client, code));
    },
  );

  it("a code with one character changed is unknown and harms nothing", async () => {
    const code = await desk.code(client);
    const changed = `${code.slice(0, 50)}${code[50] === "A" ? "B" : "A"}${code.slice(51)}`;
    await provoked(
      "oauth",
      "invalid_grant",
      "authorization_code_unknown",
      await desk.redeem(client, changed),
    );
    await expectUntouched(code);
  });

  it("a code forged around a real row id is unknown and harms nothing", async () => {
    const code = await desk.code(client);
    const response = await desk.redeem(client, forged(code));
    await provoked("oauth", "invalid_grant", "authorization_code_unknown", response);
    await expectUntouched(code);
  });

  it("a refresh or access token is no code", async () => {
    const tokens = await desk.tokens(client);
    for (const token of [tokens.access_token, tokens.refresh_token])
      await provoked(
        "oauth",
        "invalid_grant",
        "authorization_code_unknown",
        await desk.redeem(client, token),
      );
  });

  it("expired", async () => {
    const code = await desk.code(client, { expiresAt: Date.now() - 1 });
    await provoked("oauth", "invalid_grant", "authorization_code_expired", await desk.redeem(client, code));
  });

  it("another client never touches a code, even with everything else right", async () => {
    const code = await desk.code(client);
    const response = await desk.redeem(other, code);
    await provoked("oauth", "invalid_grant", "authorization_code_client_mismatch", response);
    await expectUntouched(code);
  });

  it("failed client authentication never touches a code", async () => {
    const code = await desk.code(client);
    expect((await desk.redeem(client, code, { client_secret: "wrong" })).status).toBe(401);
    await expectUntouched(code);
  });

  it.each([
    "https://app.example.com/callback/",
    "https://app.example.com/Callback",
    "http://app.example.com/callback",
    "https://app.example.com/callback?x=1",
    "https://app.example.com.evil.example/callback",
    "\u0000",
  ])("redirect_uri %j differs and burns the code", async (uri) => {
    const code = await desk.code(client);
    const response = await desk.redeem(client, code, { redirect_uri: uri });
    await provoked("oauth", "invalid_grant", "redirect_uri_mismatch", response);
    await expectBurnt(code);
  });

  it.each([wrongVerifier, challengeOf(verifier)])("verifier %s differs and burns the code", async (wrong) => {
    const code = await desk.code(client);
    const response = await desk.redeem(client, code, { code_verifier: wrong });
    await provoked("oauth", "invalid_grant", "code_verifier_mismatch", response);
    await expectBurnt(code);
  });

  it("a disabled and a deleted person", async () => {
    const disabled = await desk.code(client);
    const deleted = await desk.user();
    const orphan = await desk.code(client, { userId: deleted });
    await desk.sql("update users set status = 'disabled' where id = (select max(id) - 1 from users)");
    await desk.sql("delete from users where id = ?", deleted);
    await provoked("oauth", "invalid_grant", "user_disabled", await desk.redeem(client, disabled));
    await provoked("oauth", "invalid_grant", "user_disabled", await desk.redeem(client, orphan));
  });

  it.each([
    ["password_changed", "password_changed"],
    ["consent_revoked", "consent_revoked"],
    ["signed_out", "authorization_code_revoked"],
  ] as const)("revoked meanwhile: %s", async (why, reason) => {
    const userId = await desk.user();
    const code = await desk.code(client, { userId });
    await desk.storage.write(({ authorizations }) => authorizations.revokeAll(userId, why, Date.now()));
    await provoked("oauth", "invalid_grant", reason, await desk.redeem(client, code));
  });
});
