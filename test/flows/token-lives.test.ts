import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Application, createPerson, type Person, type Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

/** What ends tokens from outside, each by the way people and operators really take. */
let server: TestServer;
let application: Application;
let person: Person & { readonly id: number };
let visitor: Visitor;
let tokens: Tokens;

beforeAll(async () => {
  server = await startServer({ alone: true, env: { RATE_LIMITS: "off" } });
  application = await Application.register(server);
});
afterAll(() => server.stop());

beforeEach(async () => {
  person = await createPerson(server);
  visitor = new Visitor(server.origin);
  tokens = await application.signIn(visitor, person);
});

const refresh = () => application.refresh(tokens.refresh_token ?? "");
/** Servers act on a change of the command line within a second. */
const noticed = (status: number) =>
  vi.waitFor(async () => expect((await application.refresh("x")).status).toBe(status), 1000);

async function isActive(token = tokens.access_token): Promise<boolean> {
  const response = await application.token({ token }, "/oauth/introspect");
  return ((await response.json()) as { active: boolean }).active;
}

async function newCode(): Promise<string> {
  return (await application.authorize(visitor, person)).searchParams.get("code") ?? "";
}

describe("the person", () => {
  it("takes the application's access away", async () => {
    const code = await newCode();
    const page = await visitor.get("/account/applications");
    await visitor.submit(page, {}, ["application", application.clientId]);
    expect(await isActive()).toBe(false);
    await provoked("oauth", "invalid_grant", "consent_revoked", await refresh());
    await provoked("oauth", "invalid_grant", "consent_revoked", await application.redeem(code));
  });

  it("changes the password", async () => {
    const code = await newCode();
    const page = await visitor.get("/account/password");
    await visitor.submit(page, { current_password: person.password, password: `${person.password}-new` });
    expect(await isActive()).toBe(false);
    await provoked("oauth", "invalid_grant", "password_changed", await refresh());
    await provoked("oauth", "invalid_grant", "password_changed", await application.redeem(code));
  });

  it("is signed out everywhere by an application, while another sign-in is under way", async () => {
    const code = await newCode();
    const signedOut = await application.api("/api/logout-sso", tokens.access_token, { method: "POST" });
    expect(signedOut.status).toBe(200);
    await provoked("oauth", "invalid_grant", "refresh_token_revoked", await refresh());
    await provoked("oauth", "invalid_grant", "authorization_code_revoked", await application.redeem(code));
  });

  it("signs in once more: earlier tokens live on", async () => {
    await application.redeem(await newCode());
    expect(await isActive()).toBe(true);
    expect((await refresh()).status).toBe(200);
  });
});

describe("the operator", () => {
  it("disables the person, and enables them again", async () => {
    await server.cli("user", "disable", String(person.id));
    await vi.waitFor(async () => expect(await isActive()).toBe(false), 1000);
    await provoked("oauth", "invalid_grant", "user_disabled", await refresh());
    await server.cli("user", "enable", String(person.id));
    await vi.waitFor(async () => expect((await refresh()).status).toBe(200), 1000);
  });

  it("deletes the person", async () => {
    await server.cli("user", "delete", String(person.id));
    await vi.waitFor(async () => expect(await isActive()).toBe(false), 1000);
    const response = await refresh();
    expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([
      400,
      "invalid_grant",
    ]);
  });

  it("disables the application, and enables it again", async () => {
    await server.cli("client", "disable", application.clientId);
    await noticed(401);
    await provoked("oauth", "invalid_client", "client_disabled", await refresh());
    await server.cli("client", "enable", application.clientId);
    await noticed(400);
    expect((await refresh()).status).toBe(200);
  });

  it("replaces its secret: the old one still works while both are known", async () => {
    const made = await server.cli<{ client_secret: string }>("client", "rotate-secret", application.clientId);
    const grant = { grant_type: "refresh_token", refresh_token: tokens.refresh_token ?? "" };
    const renewed = await application.token({ ...grant, client_secret: made.client_secret });
    expect(renewed.status).toBe(200);
    expect(made.client_secret).toMatch(/^[A-Za-z0-9]{40}$/);
    const { refresh_token: next = "" } = (await renewed.json()) as Tokens;
    expect((await application.refresh(next)).status).toBe(200);
  });
});

it("what was answered is still there after kill -9: no used code works again, no new token is lost", async () => {
  const code = await newCode();
  const redeemed = (await (await application.redeem(code)).json()) as Tokens;
  const rotated = await (await application.refresh(redeemed.refresh_token ?? "")).text();
  await server.kill();
  await server.start();
  await provoked("oauth", "invalid_grant", "authorization_code_used", await application.redeem(code));
  expect(await (await application.refresh(redeemed.refresh_token ?? "")).text()).toBe(rotated);
  expect(await isActive((JSON.parse(rotated) as Tokens).access_token)).toBe(true);
});
