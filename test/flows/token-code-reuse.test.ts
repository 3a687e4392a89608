import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { type KnownClient, redirectUri, rowIdOf, TokenDesk, verifier } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let other: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
  other = await desk.client();
});
afterAll(() => desk.close());

const wrongVerifier = "x".repeat(43);

async function expectUsed(code: string): Promise<void> {
  await provoked("oauth", "invalid_grant", "authorization_code_used", await desk.redeem(client, code));
}

describe("a code presented twice", () => {
  it("without PKCE: tokens issued from it are revoked", async () => {
    const code = await desk.code(client, { codeChallenge: null });
    const bare = { code_verifier: "" };
    const tokens = (await (await desk.redeem(client, code, bare)).json()) as Required<Tokens>;
    expect(await desk.isActive(client, tokens.access_token)).toBe(true);
    await provoked(
      "oauth",
      "invalid_grant",
      "authorization_code_used",
      await desk.redeem(client, code, bare),
    );
    expect(await desk.isActive(client, tokens.access_token)).toBe(false);
    const refreshed = await desk.refresh(client, tokens.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_revoked", refreshed);
  });

  it("with the right verifier within 10 s: refused, and nothing is revoked", async () => {
    const code = await desk.code(client);
    const tokens = (await (await desk.redeem(client, code)).json()) as Required<Tokens>;
    await expectUsed(code);
    expect(await desk.isActive(client, tokens.access_token)).toBe(true);
    expect((await desk.refresh(client, tokens.refresh_token)).status).toBe(200);
  });

  it.each([
    ["a wrong verifier", { code_verifier: wrongVerifier }],
    ["no verifier", { code_verifier: "" }],
  ])("with %s: everything is revoked", async (_, fields) => {
    const code = await desk.code(client);
    const tokens = (await (await desk.redeem(client, code)).json()) as Required<Tokens>;
    const again = await desk.redeem(client, code, fields);
    await provoked("oauth", "invalid_grant", "authorization_code_used", again);
    expect(await desk.isActive(client, tokens.access_token)).toBe(false);
  });

  it("with the right verifier after 10 s: everything is revoked", async () => {
    const code = await desk.code(client);
    const tokens = (await (await desk.redeem(client, code)).json()) as Required<Tokens>;
    await desk.sql(
      "update authorization_codes set redeemed_at = redeemed_at - 10000 where id = ?",
      rowIdOf(code),
    );
    await expectUsed(code);
    expect(await desk.isActive(client, tokens.access_token)).toBe(false);
  });

  it("by another client or with a wrong secret: nothing is revoked", async () => {
    const code = await desk.code(client, { codeChallenge: null });
    const bare = { code_verifier: "" };
    const tokens = (await (await desk.redeem(client, code, bare)).json()) as Required<Tokens>;
    expect((await desk.redeem(other, code, bare)).status).toBe(400);
    expect((await desk.redeem(client, code, { ...bare, client_secret: "x" })).status).toBe(401);
    expect(await desk.isActive(client, tokens.access_token)).toBe(true);
  });
});

describe("50 redemptions of one code at once", () => {
  it.each([
    ["confidential", async () => desk.client()],
    ["public", async () => desk.publicClient()],
  ])("%s: exactly one succeeds, and its tokens live", async (_, make) => {
    const own = await make();
    const code = await desk.code(own);
    const responses = await Promise.all(Array.from({ length: 50 }, () => desk.redeem(own, code)));
    const won = responses.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const lost = responses.filter(({ status }) => status !== 200);
    for (const response of lost)
      expect(await response.json()).toMatchObject({ reason: "authorization_code_used" });
    const tokens = (await won[0]?.json()) as Required<Tokens>;
    expect((await desk.refresh(own, tokens.refresh_token)).status).toBe(200);
  });

  it("mixed with thieves who lack the verifier: never two successes, and whatever was given is dead", async () => {
    const own = await desk.publicClient();
    const code = await desk.code(own);
    const attempts = Array.from({ length: 50 }, (_, i) =>
      desk.redeem(own, code, { redirect_uri: redirectUri, code_verifier: i % 2 ? wrongVerifier : verifier }),
    );
    const won = (await Promise.all(attempts)).filter(({ status }) => status === 200);
    expect(won.length).toBeLessThanOrEqual(1);
    for (const response of won) {
      const { refresh_token: token } = (await response.json()) as Required<Tokens>;
      await provoked("oauth", "invalid_grant", "refresh_token_revoked", await desk.refresh(own, token));
    }
  });
});
