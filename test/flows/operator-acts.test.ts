import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Application, createPerson, type Person, signInFields, type Tokens } from "../support/application.ts";
import { commandLine } from "../support/command-line.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let app: Application;
let person: Person & { readonly id: number };
let visitor: Visitor;
let tokens: Tokens;

beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  app = await Application.register(server);
  person = await createPerson(server);
});
afterAll(() => server.stop());

/** Signs in anew, so that each test begins with a person and tokens that work. */
async function fresh(scope = "view-user detail-user"): Promise<void> {
  visitor = new Visitor(server.origin);
  tokens = await app.signIn(visitor, person, { scope });
}

/** Every answer within a second of the command is allowed to be the old one, and none after. */
async function eventually(check: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 1000;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error("A second later the server still acts as before");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("what the command line changes, a running server does within a second", () => {
  it("a disabled application gets nothing, and an enabled one goes on", async () => {
    await fresh();
    await server.cli("client", "disable", app.clientId);
    await eventually(async () => (await app.api("/api/user", tokens.access_token)).status === 401);
    await provoked(
      "api",
      "token_invalid",
      "client_disabled",
      await app.api("/api/user", tokens.access_token),
    );
    await provoked(
      "oauth",
      "invalid_client",
      "client_disabled",
      await app.refresh(tokens.refresh_token ?? ""),
    );
    const asked = await visitor.request(app.authorizeUrl());
    await provoked("oauth", "access_denied", "client_disabled", asked.response);
    await server.cli("client", "enable", app.clientId);
    await eventually(async () => (await app.api("/api/user", tokens.access_token)).status === 200);
    expect((await app.refresh(tokens.refresh_token ?? "")).status).toBe(200);
  });

  it("a disabled person is out, and comes back as they were", async () => {
    await fresh();
    await server.cli("user", "disable", String(person.id));
    await eventually(async () => (await app.api("/api/user", tokens.access_token)).status === 403);
    await provoked(
      "api",
      "permission_denied",
      "user_disabled",
      await app.api("/api/user", tokens.access_token),
    );
    await provoked("oauth", "invalid_grant", "user_disabled", await app.refresh(tokens.refresh_token ?? ""));
    expect((await visitor.request("/account")).status).toBe(302);
    const refused = await visitor.submit(await visitor.get("/login"), signInFields(person));
    expect(refused.url.pathname).toBe("/login");
    await server.cli("user", "enable", String(person.id));
    await eventually(async () => (await app.api("/api/user", tokens.access_token)).status === 200);
    // The sessions ended for good.
    expect((await visitor.request("/account")).status).toBe(302);
  });

  it("a new password ends sessions and tokens", async () => {
    await fresh();
    const other = await createPerson(server);
    const browser = new Visitor(server.origin);
    const held = await app.signIn(browser, other);
    const words = ["user", "password", String(other.id), "--password-stdin"];
    const environment = { DATABASE_URL: server.database.url };
    expect((await commandLine(environment, words, "sepuluh bukit hijau\n")).exitCode).toBe(0);
    await eventually(async () => (await app.api("/api/user", held.access_token)).status === 401);
    await provoked("oauth", "invalid_grant", "password_changed", await app.refresh(held.refresh_token ?? ""));
    expect((await browser.request("/account")).status).toBe(302);
    await app.signIn(browser, { ...other, password: "sepuluh bukit hijau" });
    // Nobody else noticed.
    expect((await app.api("/api/user", tokens.access_token)).status).toBe(200);
  });

  it("a deleted person is gone with everything that was theirs", async () => {
    const other = await createPerson(server);
    const held = await app.signIn(new Visitor(server.origin), other);
    await server.cli("user", "delete", String(other.id));
    await eventually(async () => (await app.api("/api/user", held.access_token)).status === 401);
    expect((await app.refresh(held.refresh_token ?? "")).status).toBe(400);
    await expect(server.cli("user", "show", String(other.id))).rejects.toThrow("There is no user");
  });

  it("approval, withdrawal, rejection and a request decide about tokens already issued", async () => {
    await fresh();
    const details = () => app.api("/api/user/details", tokens.access_token);
    const decide = async (verb: string, ...more: string[]) => {
      const said = await server.cli("client", verb, app.clientId, "detail-user", ...more);
      expect(said).toMatchObject({ client_id: app.clientId, scope: "detail-user" });
    };
    await provoked("api", "unapproved_scope", "approval_not_requested", await details());
    await decide("request", "--privacy-policy-url", "https://app.example.com/p", "--purpose", "Pengiriman");
    await eventually(async () => (await details()).text().then((text) => text.includes("approval_pending")));
    await provoked("api", "unapproved_scope", "approval_pending", await details());
    await decide("approve");
    await eventually(async () => (await details()).status === 200);
    await decide("withdraw");
    await eventually(async () => (await details()).status === 403);
    await provoked("api", "unapproved_scope", "approval_withdrawn", await details());
    await decide("reject", "--reason", "Tidak perlu");
    await eventually(async () => (await details()).text().then((text) => text.includes("approval_rejected")));
    await provoked("api", "unapproved_scope", "approval_rejected", await details());
  });

  it("a rotated secret works at once, and the old one for as long as was said", async () => {
    const service = await Application.register(server, {
      grants: ["client_credentials"],
      scopes: ["view-user"],
    });
    const ask = (secret = "") =>
      service.token({ grant_type: "client_credentials", ...(secret ? { client_secret: secret } : {}) });
    const rotated = await server.cli<{ client_secret: string }>("client", "rotate-secret", service.clientId);
    await eventually(async () => (await ask(rotated.client_secret)).status === 200);
    expect((await ask()).status).toBe(200);
    await server.cli("client", "rotate-secret", service.clientId, "--overlap", "0");
    await eventually(async () => (await ask()).status === 401);
    expect((await ask(rotated.client_secret)).status).toBe(401);
  });

  it("a changed registration decides about the next request", async () => {
    const changing = await Application.register(server);
    expect((await visitor.request(changing.authorizeUrl())).status).toBe(302);
    await server.cli("client", "update", changing.clientId, "--redirect-uri", "https://new.example.com/cb");
    await eventually(async () => (await visitor.request(changing.authorizeUrl())).status === 400);
    const page = await visitor.request(changing.authorizeUrl());
    await provoked("oauth", "invalid_request", "redirect_uri_not_registered", page.response);
  });
});
