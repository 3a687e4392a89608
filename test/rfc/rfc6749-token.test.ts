import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tokens } from "../support/application.ts";
import type { ErrorBody } from "../support/provoked.ts";
import { basic, type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
});
afterAll(() => desk.close());

const errorOf = async (response: Response) => ((await response.json()) as ErrorBody).error;

describe("RFC 6749, the token endpoint", () => {
  it("§2.3: a client MUST NOT use more than one authentication method in a request", async () => {
    const fields = { grant_type: "client_credentials", client_id: client.id, client_secret: "another" };
    expect(await errorOf(await desk.post("/oauth/token", fields, basic(client.id, client.secret)))).toBe(
      "invalid_request",
    );
  });

  it("§2.3.1: the server MUST support HTTP Basic for clients with a password", async () => {
    const response = await desk.post(
      "/oauth/token",
      { grant_type: "client_credentials" },
      basic(client.id, client.secret),
    );
    expect(response.status).toBe(200);
  });

  it("§2.3.1: credentials in the body MUST NOT be in the request URI", async () => {
    const query = new URLSearchParams({ client_id: client.id, client_secret: client.secret ?? "" });
    const response = await desk.post(`/oauth/token?${query}`, { grant_type: "client_credentials" });
    expect(await errorOf(response)).toBe("invalid_request");
  });

  it("§2.3.1: the endpoint MUST be protected against guessing", async () => {
    const limited = await TokenDesk.open({ RATE_LIMITS: "on,client_refused=2/60" });
    const own = await limited.client();
    const guess = () =>
      limited.as(own, "/oauth/token", { grant_type: "client_credentials", client_secret: "guess" });
    const statuses = [(await guess()).status, (await guess()).status, (await guess()).status];
    await limited.close();
    expect(statuses).toEqual([401, 401, 429]);
  });

  it("§3.2: a client MUST use POST", async () => {
    expect((await fetch(`${desk.server.origin}/oauth/token?grant_type=client_credentials`)).status).toBe(405);
  });

  it("§3.2: parameters without a value MUST be treated as omitted, unrecognized ones MUST be ignored", async () => {
    const body = `grant_type=client_credentials&scope=&code=&unrecognized=1&client_id=${client.id}&client_secret=${client.secret}`;
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const response = await fetch(`${desk.server.origin}/oauth/token`, { method: "POST", body, headers });
    expect(await response.json()).toMatchObject({ scope: "view-user detail-user" });
  });

  it("§3.2: parameters MUST NOT be included more than once", async () => {
    const body = `grant_type=client_credentials&grant_type=client_credentials`;
    const headers = {
      ...basic(client.id, client.secret),
      "Content-Type": "application/x-www-form-urlencoded",
    };
    const response = await fetch(`${desk.server.origin}/oauth/token`, { method: "POST", body, headers });
    expect(await errorOf(response)).toBe("invalid_request");
  });

  it("§3.2.1: confidential clients MUST authenticate", async () => {
    const response = await desk.post("/oauth/token", {
      grant_type: "client_credentials",
      client_id: client.id,
    });
    expect(await errorOf(response)).toBe("invalid_client");
  });

  it("§3.3: the server MUST tell the scope when it differs from the one requested", async () => {
    const { refresh_token: token } = await desk.tokens(client);
    const narrowed = await desk.refresh(client, token, { scope: "detail-user" });
    expect(await narrowed.json()).toMatchObject({ scope: "detail-user" });
  });

  it("§4.1.2: a code MUST NOT be used more than once; a second request MUST be denied", async () => {
    const code = await desk.code(client);
    await desk.redeem(client, code);
    expect(await errorOf(await desk.redeem(client, code))).toBe("invalid_grant");
  });

  it("§4.1.2: a code MUST expire", async () => {
    const code = await desk.code(client, { expiresAt: Date.now() - 1 });
    expect(await errorOf(await desk.redeem(client, code))).toBe("invalid_grant");
  });

  it("§4.1.3: the code MUST have been issued to the authenticated client", async () => {
    const other = await desk.client();
    expect(await errorOf(await desk.redeem(other, await desk.code(client)))).toBe("invalid_grant");
  });

  it("§4.1.3: redirect_uri MUST be identical to that of the authorization request", async () => {
    const changed = { redirect_uri: "https://app.example.com/callback2" };
    expect(await errorOf(await desk.redeem(client, await desk.code(client), changed))).toBe("invalid_grant");
  });

  it("§4.4: client_credentials MUST be for confidential clients only; §4.4.3: a refresh token SHOULD NOT be included", async () => {
    const open = await desk.publicClient();
    const grant = { grant_type: "client_credentials" };
    expect(await errorOf(await desk.as(open, "/oauth/token", grant))).toBe("unauthorized_client");
    expect(await (await desk.as(client, "/oauth/token", grant)).json()).not.toHaveProperty("refresh_token");
  });

  it("§5.1: Cache-Control: no-store and Pragma: no-cache MUST accompany tokens, in application/json", async () => {
    const { headers } = await desk.redeem(client, await desk.code(client));
    expect([headers.get("Cache-Control"), headers.get("Pragma")]).toEqual(["no-store", "no-cache"]);
    expect(headers.get("Content-Type")).toBe("application/json");
  });

  it("§5.1: access_token and token_type are REQUIRED, expires_in is a number", async () => {
    const tokens = (await (await desk.redeem(client, await desk.code(client))).json()) as Tokens;
    expect(tokens).toMatchObject({
      token_type: "Bearer",
      access_token: expect.any(String),
      expires_in: 86_400,
    });
  });

  it("§5.2: an attempt by Authorization MUST be answered 401 with a challenge of that scheme", async () => {
    const response = await desk.post(
      "/oauth/token",
      { grant_type: "client_credentials" },
      basic(client.id, "x"),
    );
    expect([response.status, response.headers.get("WWW-Authenticate")]).toEqual([
      401,
      expect.stringMatching(/^Basic /),
    ]);
  });

  it("§5.2: error_description and error_uri MUST keep to their characters", async () => {
    const answers = [
      desk.as(client, "/oauth/token", { grant_type: 'quote" \\ é' }),
      desk.as(client, "/oauth/token", { grant_type: "client_credentials", scope: 'x" \\ y' }),
      desk.redeem(client, 'x" \\'),
    ];
    for (const response of await Promise.all(answers)) {
      const body = (await response.json()) as ErrorBody;
      expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/);
      expect(body.error_uri).toMatch(/^[\x21\x23-\x5B\x5D-\x7E]+$/);
    }
  });

  it("§6: the new scope MUST NOT include any scope not originally granted", async () => {
    const { refresh_token: token } = await desk.tokens(client, { scopes: ["view-user"] });
    expect(await errorOf(await desk.refresh(client, token, { scope: "view-user detail-user" }))).toBe(
      "invalid_scope",
    );
  });

  it("§6: a new refresh token's scope MUST be identical to that of the one presented", async () => {
    const { refresh_token: token } = await desk.tokens(client);
    const narrowed = (await (await desk.refresh(client, token, { scope: "view-user" })).json()) as Tokens;
    const wide = await desk.refresh(client, narrowed.refresh_token ?? "");
    expect(await wide.json()).toMatchObject({ scope: "view-user detail-user" });
  });

  it("§10.4: the binding of refresh token and client MUST hold", async () => {
    const open = await desk.publicClient();
    const { refresh_token: token } = await desk.tokens(open);
    expect(await errorOf(await desk.refresh(client, token))).toBe("invalid_grant");
  });

  it("§10.10: the chance to guess a token MUST be at most 2^-128: 256 random bits each", async () => {
    const { access_token: one, refresh_token: other } = await desk.tokens(client);
    for (const token of [one, other]) expect(Buffer.from(token.slice(34, 77), "base64url")).toHaveLength(32);
    expect(one.slice(34, 77)).not.toBe(other.slice(34, 77));
  });
});
