import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maintenanceSetting } from "../../src/web/maintenance.ts";
import { provoked } from "../support/provoked.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
});
afterAll(() => desk.close());

const ask = () => desk.as(client, "/oauth/token", { grant_type: "client_credentials" });
/** The setting is read twice a second. */
const noticed = () => new Promise((resolve) => setTimeout(resolve, 700));

describe("maintenance", () => {
  beforeAll(async () => {
    const announced = JSON.stringify({ retryAfter: 77, message: null });
    await desk.storage.write(({ settings }) => settings.put(maintenanceSetting, announced));
    await noticed();
  });
  afterAll(async () => {
    await desk.storage.write(({ settings }) => settings.delete(maintenanceSetting));
    await noticed();
    expect((await ask()).status).toBe(200);
  });

  it.each(["/oauth/token", "/oauth/introspect"])("%s says when to come back", async (path) => {
    const response = await desk.as(client, path, { grant_type: "client_credentials", token: "x" });
    expect(response.headers.get("Retry-After")).toBe("77");
    await provoked("oauth", "temporarily_unavailable", "maintenance", response);
  });

  it("a wrong method is still a wrong method", async () => {
    const response = await fetch(`${desk.server.origin}/oauth/token`);
    await provoked("oauth", "invalid_request", "method_not_allowed", response);
  });

  it("touches no code", async () => {
    const code = await desk.code(client);
    expect((await desk.redeem(client, code)).status).toBe(503);
    const stored = await desk.storage.committed.authorizations.findCode(code.slice(8, 34));
    expect(stored?.redeemedAt).toBeNull();
  });

  it("revocation and metadata stay up", async () => {
    expect((await desk.as(client, "/oauth/revoke", { token: "x" })).status).toBe(200);
    const metadata = await fetch(`${desk.server.origin}/.well-known/oauth-authorization-server`);
    expect(metadata.status).toBe(200);
  });
});

it("a database that does not answer is temporarily_unavailable, and nothing is lost", async () => {
  const code = await desk.code(client);
  const unlock = await desk.server.database.lock();
  const response = await desk.redeem(client, code);
  await unlock();
  await provoked("oauth", "temporarily_unavailable", "database_unavailable", response);
  expect((await desk.redeem(client, code)).status).toBe(200);
});

it("an unexpected failure is server_error, and says nothing of its cause", async () => {
  await desk.sql("alter table access_tokens rename to elsewhere");
  const code = await desk.code(client);
  const response = await desk.redeem(client, code);
  const text = await response.clone().text();
  expect(text).not.toMatch(/access_tokens|sqlite|select|insert|at \w+ \(/i);
  await provoked("oauth", "server_error", "unexpected", response);
  await desk.sql("alter table elsewhere rename to access_tokens");
  expect((await desk.redeem(client, code)).status).toBe(200);
});
