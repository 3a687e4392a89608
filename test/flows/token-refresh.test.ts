import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RevocationReason } from "../../src/storage/port/authorizations.ts";
import type { Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { forged, type KnownClient, rowIdOf, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
});
afterAll(() => desk.close());

type Pair = Required<Tokens>;

async function refreshed(token: string, fields: Readonly<Record<string, string>> = {}): Promise<Pair> {
  const response = await desk.refresh(client, token, fields);
  expect(response.status).toBe(200);
  return (await response.json()) as Pair;
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
    await desk.sql(
      "update refresh_tokens set expires_at = ? where id = ?",
      soon,
      rowIdOf(first.refresh_token),
    );
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

  it("one forged around a real row id is unknown and harms nothing", async () => {
    const { refresh_token: token } = await desk.tokens(client);
    await provoked(
      "oauth",
      "invalid_grant",
      "refresh_token_unknown",
      await desk.refresh(client, forged(token)),
    );
    expect((await desk.refresh(client, token)).status).toBe(200);
  });

  it("an access token is no refresh token", async () => {
    const { access_token: token } = await desk.tokens(client);
    await provoked("oauth", "invalid_grant", "refresh_token_unknown", await desk.refresh(client, token));
  });

  it("expired", async () => {
    const { refresh_token: token } = await desk.tokens(client);
    await desk.sql("update refresh_tokens set expires_at = ? where id = ?", Date.now() - 1, rowIdOf(token));
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
