import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { basic, type KnownClient, rowIdOf, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
});
afterAll(() => desk.close());

async function introspect(token: string): Promise<Record<string, unknown>> {
  return (await (await desk.as(client, "/oauth/introspect", { token })).json()) as Record<string, unknown>;
}

describe("RFC 7662, token introspection", () => {
  it("§2.1: the endpoint MUST require authorization, to prevent token scanning", async () => {
    const { access_token: token } = await desk.tokens(client);
    expect((await desk.post("/oauth/introspect", { token })).status).toBe(401);
    expect((await desk.post("/oauth/introspect", { token }, basic(client.id, "x"))).status).toBe(401);
    const open = await desk.publicClient();
    expect((await desk.as(open, "/oauth/introspect", { token })).status).toBe(401);
  });

  it("§2.1: parameters come by POST in a form", async () => {
    const { access_token: token } = await desk.tokens(client);
    const response = await fetch(`${desk.server.origin}/oauth/introspect?token=${token}`, {
      headers: basic(client.id, client.secret),
    });
    expect(response.status).toBe(405);
  });

  it("§2.2: the response is a JSON object with active as a boolean", async () => {
    const { access_token: token } = await desk.tokens(client);
    const response = await desk.as(client, "/oauth/introspect", { token });
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect((await response.json()) as unknown).toHaveProperty("active", true);
  });

  it("§2.2: a token that is not active or not known MUST be answered 200 with active false and SHOULD say no more", async () => {
    for (const token of ["nonsense", `mbid_at_${"0".repeat(76)}`])
      expect(await introspect(token)).toEqual({ active: false });
  });

  it("§4: the server MUST check expiry, revocation and who issued it, each time", async () => {
    const tokens = await desk.tokens(client);
    expect(await introspect(tokens.access_token)).toHaveProperty("active", true);
    await desk.as(client, "/oauth/revoke", { token: tokens.access_token });
    expect(await introspect(tokens.access_token)).toEqual({ active: false });
    await desk.sql(
      "update refresh_tokens set expires_at = ? where id = ?",
      Date.now(),
      rowIdOf(tokens.refresh_token),
    );
    expect(await introspect(tokens.refresh_token)).toEqual({ active: false });
  });

  it("§5: a client MUST NOT learn of tokens that are not meant for it", async () => {
    const other = await desk.client();
    const { access_token: token } = await desk.tokens(other);
    expect(await introspect(token)).toEqual({ active: false });
  });
});
