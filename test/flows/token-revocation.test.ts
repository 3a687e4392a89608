import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { basic, type Fields, forged, type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let other: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
  other = await desk.client();
});
afterAll(() => desk.close());

async function revoke(as: KnownClient, fields: Fields): Promise<void> {
  const response = await desk.as(as, "/oauth/revoke", fields);
  expect([response.status, await response.text()]).toEqual([200, "{}"]);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
}

describe("what dies", () => {
  it("an access token alone", async () => {
    const tokens = await desk.tokens(client);
    await revoke(client, { token: tokens.access_token });
    expect(await desk.isActive(client, tokens.access_token)).toBe(false);
    expect(await desk.isActive(client, tokens.refresh_token)).toBe(true);
    expect((await desk.refresh(client, tokens.refresh_token)).status).toBe(200);
  });

  it("a refresh token with its whole family", async () => {
    const first = await desk.tokens(client);
    const second = (await (await desk.refresh(client, first.refresh_token)).json()) as typeof first;
    await revoke(client, { token: second.refresh_token });
    for (const token of [first.access_token, second.access_token, second.refresh_token])
      expect(await desk.isActive(client, token)).toBe(false);
    const after = await desk.refresh(client, second.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_revoked", after);
  });

  it("a family by a refresh token that was used already", async () => {
    const first = await desk.tokens(client);
    const second = (await (await desk.refresh(client, first.refresh_token)).json()) as typeof first;
    await revoke(client, { token: first.refresh_token });
    expect(await desk.isActive(client, second.access_token)).toBe(false);
  });

  it("a client's own token of client_credentials", async () => {
    const answer = await desk.as(client, "/oauth/token", { grant_type: "client_credentials" });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    await revoke(client, { token });
    expect(await desk.isActive(client, token)).toBe(false);
  });

  it("a public client's tokens, by client_id alone", async () => {
    const open = await desk.publicClient();
    const tokens = await desk.tokens(open);
    await revoke(open, { token: tokens.refresh_token });
    expect((await desk.refresh(open, tokens.refresh_token)).status).toBe(400);
  });

  it.each(["access_token", "refresh_token", "nonsense", "\u0000"])(
    "whatever the hint says: %j",
    async (hint) => {
      const tokens = await desk.tokens(client);
      await revoke(client, { token: tokens.access_token, token_type_hint: hint });
      expect(await desk.isActive(client, tokens.access_token)).toBe(false);
    },
  );
});

describe("what does not", () => {
  it("a foreign token: 200, and it lives", async () => {
    const tokens = await desk.tokens(client);
    await revoke(other, { token: tokens.refresh_token });
    await revoke(other, { token: tokens.access_token });
    expect(await desk.isActive(client, tokens.access_token)).toBe(true);
    expect((await desk.refresh(client, tokens.refresh_token)).status).toBe(200);
  });

  it.each(["x", "\u0000", `mbid_at_${"0".repeat(76)}`, `mbid_rt_${"0".repeat(76)}`])(
    "an unknown token %j: 200",
    async (token) => revoke(client, { token }),
  );

  it("a token forged around a real row id: 200, and the real one lives", async () => {
    const tokens = await desk.tokens(client);
    await revoke(client, { token: forged(tokens.access_token) });
    await revoke(client, { token: forged(tokens.refresh_token) });
    expect(await desk.isActive(client, tokens.access_token)).toBe(true);
    expect(await desk.isActive(client, tokens.refresh_token)).toBe(true);
  });

  it("a code is no token: 200, and it can still be redeemed", async () => {
    const code = await desk.code(client);
    await revoke(client, { token: code });
    expect((await desk.redeem(client, code)).status).toBe(200);
  });

  it("twice is as once", async () => {
    const tokens = await desk.tokens(client);
    await revoke(client, { token: tokens.refresh_token });
    await revoke(client, { token: tokens.refresh_token });
  });
});

describe("refusals", () => {
  it("no token", async () => {
    const { body } = await provoked(
      "oauth",
      "invalid_request",
      "parameter_missing",
      await desk.as(client, "/oauth/revoke", { token_type_hint: "access_token" }),
    );
    expect(body?.hint).toContain("token");
  });

  it("no or wrong client authentication leaves the token alone", async () => {
    const tokens = await desk.tokens(client);
    const nobody = await desk.post("/oauth/revoke", { token: tokens.access_token });
    await provoked("oauth", "invalid_client", "client_authentication_missing", nobody);
    const wrong = await desk.post("/oauth/revoke", { token: tokens.access_token }, basic(client.id, "x"));
    await provoked("oauth", "invalid_client", "client_authentication_failed", wrong);
    expect(await desk.isActive(client, tokens.access_token)).toBe(true);
  });

  it("the token in the query", async () => {
    const tokens = await desk.tokens(client);
    const response = await desk.as(client, `/oauth/revoke?token=${tokens.access_token}`, { token: "x" });
    await provoked("oauth", "invalid_request", "credentials_in_query", response);
  });
});
