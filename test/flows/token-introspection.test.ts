import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { basic, forged, type KnownClient, rowIdOf, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let resourceServer: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
  resourceServer = await desk.client({ resourceServer: true });
});
afterAll(() => desk.close());

async function ask(as: KnownClient, token: string): Promise<Record<string, unknown>> {
  const response = await desk.as(as, "/oauth/introspect", { token });
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
  return (await response.json()) as Record<string, unknown>;
}

const inactive = { active: false };

describe("a token of one's own", () => {
  it("access: every member", async () => {
    const userId = await desk.user({ username: "siti.aminah" });
    const before = Math.floor(Date.now() / 1000);
    const tokens = await desk.tokens(client, { userId });
    const described = await ask(client, tokens.access_token);
    expect(described).toEqual({
      active: true,
      scope: "view-user detail-user",
      client_id: client.id,
      username: "siti.aminah",
      token_type: "Bearer",
      exp: Number(described["iat"]) + 86_400,
      iat: expect.any(Number),
      sub: String(userId),
      iss: desk.server.origin,
    });
    expect(described["iat"]).toBeGreaterThanOrEqual(before);
    expect(Number.isInteger(described["iat"])).toBe(true);
  });

  it("no username for a person without one", async () => {
    const { access_token: token } = await desk.tokens(client);
    expect(await ask(client, token)).not.toHaveProperty("username");
  });

  it("refresh: not a Bearer token", async () => {
    const { refresh_token: token } = await desk.tokens(client);
    expect(await ask(client, token)).toMatchObject({ active: true, token_type: "refresh_token" });
  });

  it("by Basic, with a hint, in JSON", async () => {
    const { access_token: token } = await desk.tokens(client);
    const response = await fetch(`${desk.server.origin}/oauth/introspect`, {
      method: "POST",
      headers: {
        ...basic(client.id, client.secret),
        "Content-Type": "application/json",
        Accept: "text/html",
      },
      body: JSON.stringify({ token, token_type_hint: "refresh_token" }),
    });
    expect(await response.json()).toMatchObject({ active: true });
  });
});

describe("a token of another client", () => {
  it("is inactive for an ordinary client", async () => {
    const other = await desk.client();
    const tokens = await desk.tokens(client);
    expect(await ask(other, tokens.access_token)).toEqual(inactive);
    expect(await ask(other, tokens.refresh_token)).toEqual(inactive);
  });

  it("is told to a resource server when it is an access token", async () => {
    const tokens = await desk.tokens(client);
    expect(await ask(resourceServer, tokens.access_token)).toMatchObject({
      active: true,
      client_id: client.id,
    });
    expect(await ask(resourceServer, tokens.refresh_token)).toEqual(inactive);
  });
});

describe("inactive, without a word why", () => {
  it.each(["x", "\u0000", `mbid_at_${"0".repeat(76)}`, "x".repeat(8192), "💥"])(
    "unknown: %j",
    async (token) => {
      expect(await ask(client, token)).toEqual(inactive);
    },
  );

  it("a code", async () => {
    expect(await ask(client, await desk.code(client))).toEqual(inactive);
  });

  it("a token with one character changed", async () => {
    const { access_token: token } = await desk.tokens(client);
    expect(
      await ask(client, `${token.slice(0, 50)}${token[50] === "A" ? "B" : "A"}${token.slice(51)}`),
    ).toEqual(inactive);
  });

  it("forged around a real row id", async () => {
    const tokens = await desk.tokens(client);
    expect(await ask(client, forged(tokens.access_token))).toEqual(inactive);
    expect(await ask(client, forged(tokens.refresh_token))).toEqual(inactive);
  });

  it("expired", async () => {
    const { access_token: token } = await desk.tokens(client);
    await desk.sql("update access_tokens set expires_at = ? where id = ?", Date.now(), rowIdOf(token));
    expect(await ask(client, token)).toEqual(inactive);
  });

  it("of a disabled or deleted person", async () => {
    const userId = await desk.user();
    const tokens = await desk.tokens(client, { userId });
    await desk.storage.write(({ users }) => users.setStatus(userId, "disabled"));
    expect(await ask(client, tokens.access_token)).toEqual(inactive);
    expect(await ask(client, tokens.refresh_token)).toEqual(inactive);
    await desk.storage.write(({ users }) => users.delete(userId, Date.now()));
    expect(await ask(client, tokens.access_token)).toEqual(inactive);
  });

  it("of a disabled client", async () => {
    const own = await desk.client();
    const { access_token: token } = await desk.tokens(own);
    expect(await ask(resourceServer, token)).toMatchObject({ active: true });
    await desk.storage.write(({ clients }) => clients.update(own.id, { status: "disabled" }));
    expect(await ask(resourceServer, token)).toEqual(inactive);
  });
});

describe("refusals", () => {
  it("a public client, whose word anybody could give", async () => {
    const open = await desk.publicClient();
    const { access_token: token } = await desk.tokens(open);
    const response = await desk.as(open, "/oauth/introspect", { token });
    await provoked("oauth", "invalid_client", "confidential_client_required", response);
  });

  it("no token", async () => {
    await provoked(
      "oauth",
      "invalid_request",
      "parameter_missing",
      await desk.as(client, "/oauth/introspect", {}),
    );
  });

  it("no client", async () => {
    const response = await desk.post("/oauth/introspect", { token: "x" });
    await provoked("oauth", "invalid_client", "client_authentication_missing", response);
  });

  it("a Bearer token as authentication", async () => {
    const { access_token: token } = await desk.tokens(client);
    const response = await desk.post("/oauth/introspect", { token }, { Authorization: `Bearer ${token}` });
    await provoked("oauth", "invalid_client", "client_authentication_unsupported", response);
  });
});
