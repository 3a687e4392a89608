import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RevocationReason } from "../../src/storage/port/authorizations.ts";
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
function usedEarlier(token: string, seconds: number): void {
  desk.sql("update refresh_tokens set used_at = used_at - ? where id = ?", seconds * 1000, rowIdOf(token));
}

describe("rotation", () => {
  it("gives a new pair, and earlier access tokens live on", async () => {
    const first = await desk.tokens(client);
    const response = await desk.refresh(client, first.refresh_token);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const second = (await response.json()) as Pair;
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.scope).toBe(first.scope);
    expect(await desk.isActive(client, first.access_token)).toBe(true);
    expect(await desk.isActive(client, second.access_token)).toBe(true);
    expect(await desk.isActive(client, first.refresh_token)).toBe(false);
  });

  it("begins a new 30 days each time", async () => {
    const first = await desk.tokens(client);
    const soon = Date.now() + 60_000;
    desk.sql("update refresh_tokens set expires_at = ? where id = ?", soon, rowIdOf(first.refresh_token));
    const second = await refreshed(first.refresh_token);
    const answer = await desk.as(client, "/oauth/introspect", { token: second.refresh_token });
    const { exp } = (await answer.json()) as { exp: number };
    expect(exp * 1000).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });

  it("works for public clients by client_id alone", async () => {
    const open = await desk.publicClient();
    const tokens = await desk.tokens(open);
    expect((await desk.refresh(open, tokens.refresh_token)).status).toBe(200);
  });
});

describe("scope", () => {
  it("a narrower one narrows the access token only", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token, { scope: "view-user" });
    expect(second.scope).toBe("view-user");
    const third = await refreshed(second.refresh_token);
    expect(third.scope).toBe("view-user detail-user");
  });

  it.each<[string, "scope_exceeds_grant" | "scope_unknown" | "scope_malformed"]>([
    ["view-user edit-user", "scope_exceeds_grant"],
    ["admin", "scope_exceeds_grant"],
    ["view-user nonsense", "scope_unknown"],
    ["openid", "scope_unknown"],
    [" view-user", "scope_malformed"],
    ["view-user  detail-user", "scope_malformed"],
    ['view"user', "scope_malformed"],
    ["view-user\u0000", "scope_malformed"],
  ])("%j is refused and the token stays usable", async (scope, reason) => {
    const { refresh_token: token } = await desk.tokens(client);
    const { body } = await provoked(
      "oauth",
      "invalid_scope",
      reason,
      await desk.refresh(client, token, { scope }),
    );
    expect(JSON.stringify(body)).not.toContain("nonsense");
    expect((await desk.refresh(client, token)).status).toBe(200);
  });

  it("one taken from the client's registration since is left out, and refused when asked for", async () => {
    const own = await desk.client();
    const { refresh_token: token } = await desk.tokens(own);
    await desk.storage.write(({ clients }) => clients.update(own.id, { scopes: ["view-user"] }));
    const asked = await desk.refresh(own, token, { scope: "detail-user" });
    await provoked("oauth", "invalid_scope", "scope_not_permitted", asked);
    expect(await (await desk.refresh(own, token)).json()).toMatchObject({ scope: "view-user" });
  });

  it("with nothing of it left, there is no token without a scope", async () => {
    const own = await desk.client();
    const { refresh_token: token } = await desk.tokens(own);
    await desk.storage.write(({ clients }) => clients.update(own.id, { scopes: ["edit-user"] }));
    await provoked("oauth", "invalid_scope", "scope_not_permitted", await desk.refresh(own, token));
  });
});

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
    expect(stored?.replay).toMatch(/^[\w-]{200,}$/);
    expect(Buffer.from(stored?.replay ?? "", "base64url").includes(second.refresh_token)).toBe(false);
  });

  it("is superseded when the kept response was erased", async () => {
    const first = await desk.tokens(client);
    await refreshed(first.refresh_token);
    desk.sql("update refresh_tokens set replay = null where id = ?", rowIdOf(first.refresh_token));
    const again = await desk.refresh(client, first.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_superseded", again);
  });
});

describe("reuse after the window", () => {
  it("revokes the whole family: every access and refresh token, and says so again", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    usedEarlier(first.refresh_token, 10);
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
    usedEarlier(one.refresh_token, 11);
    expect((await desk.refresh(client, one.refresh_token)).status).toBe(400);
    expect((await desk.refresh(client, two.refresh_token)).status).toBe(200);
  });

  it("by another client or with a wrong secret revokes nothing", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    usedEarlier(first.refresh_token, 11);
    expect((await desk.refresh(other, first.refresh_token)).status).toBe(400);
    expect((await desk.refresh(client, first.refresh_token, { client_secret: "x" })).status).toBe(401);
    expect(await desk.isActive(client, second.access_token)).toBe(true);
  });

  it("is noticed although the token itself has expired", async () => {
    const first = await desk.tokens(client);
    const second = await refreshed(first.refresh_token);
    usedEarlier(first.refresh_token, 11);
    desk.sql("update refresh_tokens set expires_at = 1 where id = ?", rowIdOf(first.refresh_token));
    const reused = await desk.refresh(client, first.refresh_token);
    await provoked("oauth", "invalid_grant", "refresh_token_reused", reused);
    expect(await desk.isActive(client, second.access_token)).toBe(false);
  });
});

describe("refusals", () => {
  it("missing", async () => {
    const { body } = await provoked(
      "oauth",
      "invalid_request",
      "parameter_missing",
      await desk.refresh(client, ""),
    );
    expect(body?.hint).toContain("refresh_token");
  });

  it.each(["x", "\u0000", `mbid_rt_${"0".repeat(76)}`, "x".repeat(8192)])("unknown: %j", async (token) => {
    await provoked("oauth", "invalid_grant", "refresh_token_unknown", await desk.refresh(client, token));
  });

  it("an access token is no refresh token", async () => {
    const { access_token: token } = await desk.tokens(client);
    await provoked("oauth", "invalid_grant", "refresh_token_unknown", await desk.refresh(client, token));
  });

  it("expired", async () => {
    const { refresh_token: token } = await desk.tokens(client);
    desk.sql("update refresh_tokens set expires_at = ? where id = ?", Date.now() - 1, rowIdOf(token));
    await provoked("oauth", "invalid_grant", "refresh_token_expired", await desk.refresh(client, token));
  });

  it.each<[RevocationReason, "refresh_token_revoked" | "password_changed" | "consent_revoked"]>([
    ["revoked_by_client", "refresh_token_revoked"],
    ["signed_out", "refresh_token_revoked"],
    ["code_replayed", "refresh_token_revoked"],
    ["password_changed", "password_changed"],
    ["consent_revoked", "consent_revoked"],
  ])("revoked because %s: %s", async (why, reason) => {
    const userId = await desk.user();
    const { refresh_token: token } = await desk.tokens(client, { userId });
    await desk.storage.write(({ authorizations }) => authorizations.revokeAll(userId, why, Date.now()));
    await provoked("oauth", "invalid_grant", reason, await desk.refresh(client, token));
  });

  it("a disabled person, until enabled again", async () => {
    const userId = await desk.user();
    const { refresh_token: token } = await desk.tokens(client, { userId });
    await desk.storage.write(({ users }) => users.setStatus(userId, "disabled"));
    await provoked("oauth", "invalid_grant", "user_disabled", await desk.refresh(client, token));
    await desk.storage.write(({ users }) => users.setStatus(userId, "active"));
    expect((await desk.refresh(client, token)).status).toBe(200);
  });

  it("a client whose grant was taken away since", async () => {
    const own = await desk.client();
    const { refresh_token: token } = await desk.tokens(own);
    await desk.storage.write(({ clients }) => clients.update(own.id, { grantTypes: ["authorization_code"] }));
    await provoked("oauth", "unauthorized_client", "grant_not_permitted", await desk.refresh(own, token));
  });
});
