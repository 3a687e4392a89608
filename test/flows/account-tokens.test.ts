import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Application, createPerson, type Person, type Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let application: Application;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  application = await Application.register(server);
});
afterAll(async () => {
  await server.stop();
});

async function connected(): Promise<{ visitor: Visitor; person: Person; tokens: Tokens; code: string }> {
  const visitor = new Visitor(server.origin);
  const { identifier, password } = await createPerson(server);
  const person = { identifier, password };
  const tokens = await application.signIn(visitor, person);
  const redirect = await application.authorize(visitor, person);
  return { visitor, person, tokens, code: redirect.searchParams.get("code") ?? "" };
}

async function expectDead(
  { tokens, code }: { readonly tokens: Tokens; readonly code: string },
  reason: "password_changed" | "consent_revoked",
): Promise<void> {
  const called = await application.api("/api/user", tokens.access_token);
  await provoked("api", "token_invalid", "token_revoked", called);
  const refreshed = await application.refresh(tokens.refresh_token ?? "");
  await provoked("oauth", "invalid_grant", reason, refreshed);
  await provoked("oauth", "invalid_grant", reason, await application.redeem(code));
}

describe("what an application holds", () => {
  it("dies with the password: access token, refresh token and open code", async () => {
    const connection = await connected();
    const { visitor, person, tokens } = connection;
    expect((await application.api("/api/user", tokens.access_token)).status).toBe(200);
    const page = await visitor.get("/account/password");
    const values = { current_password: person.password, password: "an entirely new password" };
    expect((await visitor.submit(page, values)).url.search).toBe("?status=password_changed");
    await expectDead(connection, "password_changed");
  });

  it("dies when its access is removed, and consent is asked for again", async () => {
    const connection = await connected();
    const { visitor, tokens } = connection;
    const page = await visitor.get("/account/applications");
    expect(page.text).toContain("Toko Sejahtera");
    expect((await application.api("/api/user", tokens.access_token)).status).toBe(200);
    await visitor.submit(page, {}, ["application", application.clientId]);
    await expectDead(connection, "consent_revoked");
    expect((await visitor.get(application.authorizeUrl())).url.pathname).toBe("/consent");
  });
});
