import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ErrorBody } from "../support/provoked.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
});
afterAll(() => desk.close());

const revoke = (token: string, hint = "") =>
  desk.as(client, "/oauth/revoke", { token, ...(hint ? { token_type_hint: hint } : {}) });

describe("RFC 7009, token revocation", () => {
  it("§2: implementations MUST support the revocation of refresh tokens and SHOULD that of access tokens", async () => {
    const tokens = await desk.tokens(client);
    expect((await revoke(tokens.access_token)).status).toBe(200);
    expect((await revoke(tokens.refresh_token)).status).toBe(200);
    expect(await desk.isActive(client, tokens.access_token)).toBe(false);
    expect((await desk.refresh(client, tokens.refresh_token)).status).toBe(400);
  });

  it("§2.1: the request is a POST; nothing is revoked by following a link", async () => {
    expect((await fetch(`${desk.server.origin}/oauth/revoke`)).status).toBe(405);
  });

  it("§2.1: token is REQUIRED", async () => {
    expect(((await (await revoke("")).json()) as ErrorBody).error).toBe("invalid_request");
  });

  it("§2.1: with a wrong hint the search MUST extend to all token types", async () => {
    const { refresh_token: token } = await desk.tokens(client);
    await revoke(token, "access_token");
    expect(await desk.isActive(client, token)).toBe(false);
  });

  it("§2.1: the client is validated first, then whether the token was issued to it", async () => {
    const other = await desk.client();
    const { access_token: token } = await desk.tokens(client);
    expect((await desk.as(client, "/oauth/revoke", { token, client_secret: "x" })).status).toBe(401);
    await desk.as(other, "/oauth/revoke", { token });
    expect(await desk.isActive(client, token)).toBe(true);
  });

  it("§2.1: access tokens of the same grant SHOULD die with a refresh token, at once", async () => {
    const tokens = await desk.tokens(client);
    await revoke(tokens.refresh_token);
    expect(await desk.isActive(client, tokens.access_token)).toBe(false);
  });

  it("§2.2: an invalid token is answered 200", async () => {
    expect((await revoke("nonsense")).status).toBe(200);
  });

  it("§2.3: scripts of other origins may call", async () => {
    const response = await revoke("nonsense");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });
});
