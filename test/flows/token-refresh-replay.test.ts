import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { type KnownClient, rowIdOf, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let other: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
  other = await desk.client();
});
afterAll(() => desk.close());

type Pair = Required<Tokens>;

async function refreshed(token: string, fields: Readonly<Record<string, string>> = {}): Promise<Pair> {
  const response = await desk.refresh(client, token, fields);
  expect(response.status).toBe(200);
  return (await response.json()) as Pair;
}

/** As if the rotation of this token had happened that much earlier. */
async function usedEarlier(token: string, seconds: number): Promise<void> {
  await desk.sql(
    "update refresh_tokens set used_at = used_at - ? where id = ?",
    seconds * 1000,
    rowIdOf(token),
  );
}

describe("the same token again within the window", () => {
  it("gets the same response, byte for byte", async () => {
    const first = await desk.tokens(client);
    const one = await (await desk.refresh(client, first.refresh_token)).text();
    const two = await desk.refresh(client, first.refresh_token);
    expect(two.status).toBe(200);
    expect(await two.text()).toBe(one);
  });

  it("50 at once get one new pair, byte-identical for all", async () => {
    const first = await desk.tokens(client);
    const texts = await Promise.all(
      Array.from({ length: 50 }, async () => (await desk.refresh(client, first.refresh_token)).text()),
    );
    expect(new Set(texts).size).toBe(1);
    const pair = JSON.parse(texts[0] ?? "") as Pair;
    expect(await desk.isActive(client, pair.access_token)).toBe(true);
    expect((await desk.refresh(client, pair.refresh_token)).status).toBe(200);
  });

  it("after its successor was rotated: refused, nothing revoked", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    const third = await refreshed(second.refresh_token);
    const again = await desk.refresh(client, first.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_superseded", again);
    expect(await desk.isActive(client, third.access_token)).toBe(true);
    expect((await desk.refresh(client, third.refresh_token)).status).toBe(200);
  });

  it.each([
    ["", "view-user"],
    ["view-user", ""],
    ["view-user", "detail-user"],
  ])("with another scope (%j, then %j): refused, nothing revoked", async (before, after) => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token, { scope: before });
    const again = await desk.refresh(client, first.refresh_token, { scope: after });
    await provoked("oauth", "invalid_grant", "refresh_token_scope_differs", again);
    expect((await desk.refresh(client, second.refresh_token)).status).toBe(200);
  });

  it("another client gets nothing of it and harms nothing", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    const stolen = await desk.refresh(other, first.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_client_mismatch", stolen);
    expect((await desk.refresh(client, second.refresh_token)).status).toBe(200);
  });

  it("gives nothing once the family was revoked", async () => {
    const first = await desk.tokens(client);
    await refreshed(first.refresh_token);
    await desk.as(client, "/oauth/revoke", { token: first.access_token });
    await desk.as(client, "/oauth/revoke", { token: first.refresh_token });
    const again = await desk.refresh(client, first.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_revoked", again);
  });

  it("keeps the response unreadable for whoever has only the database", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    const stored = await desk.storage.committed.authorizations.findRefreshToken(rowIdOf(first.refresh_token));
    // Past the prefix and the row id, which are no secrets.
    for (const token of [first.refresh_token, second.refresh_token, second.access_token])
      expect(stored?.replay).not.toContain(token.slice(34, 77));
    expect(stored?.replay).toContain(rowIdOf(second.refresh_token));
  });

  it("is superseded when the kept response was erased", async () => {
    const first = await desk.tokens(client);
    await refreshed(first.refresh_token);
    await desk.sql("update refresh_tokens set replay = null where id = ?", rowIdOf(first.refresh_token));
    const again = await desk.refresh(client, first.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_superseded", again);
  });
});

describe("reuse after the window", () => {
  it("revokes the whole family: every access and refresh token, and says so again", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    await usedEarlier(first.refresh_token, 10);
    const reused = () => desk.refresh(client, first.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_reused", await reused());
    for (const token of [first.access_token, second.access_token, second.refresh_token])
      expect(await desk.isActive(client, token)).toBe(false);
    const newest = await desk.refresh(client, second.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_revoked", newest);
    await provoked("oauth", "invalid_grant", "refresh_token_reused", await reused());
  });

  it("leaves other families of the same person and client alone", async () => {
    const userId = await desk.user();
    const one = await desk.tokens(client, { userId });
    const two = await desk.tokens(client, { userId });
    await refreshed(one.refresh_token);
    await usedEarlier(one.refresh_token, 11);
    expect((await desk.refresh(client, one.refresh_token)).status).toBe(400);
    expect((await desk.refresh(client, two.refresh_token)).status).toBe(200);
  });

  it("by another client or with a wrong secret revokes nothing", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    await usedEarlier(first.refresh_token, 11);
    expect((await desk.refresh(other, first.refresh_token)).status).toBe(400);
    expect((await desk.refresh(client, first.refresh_token, { client_secret: "x" })).status).toBe(401);
    expect(await desk.isActive(client, second.access_token)).toBe(true);
  });

  it("is noticed although the token itself has expired", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    await usedEarlier(first.refresh_token, 11);
    await desk.sql("update refresh_tokens set expires_at = 1 where id = ?", rowIdOf(first.refresh_token));
    const reused = await desk.refresh(client, first.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_reused", reused);
    expect(await desk.isActive(client, second.access_token)).toBe(false);
  });
});
