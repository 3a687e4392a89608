import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson, type KnownPerson, sessionCookie, signInAs } from "../support/people.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
let siti: KnownPerson;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  seed = await ApiSeed.open(server);
  siti = await aPerson(seed, {
    email: "Siti@example.com",
    username: "siti.aminah",
    phoneNumber: "+6281234567890",
  });
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const visit = (headers: Record<string, string> = {}) => new Visitor(server.origin, { headers });

describe("sign-in", () => {
  it.each([
    "Siti@example.com",
    " siti@EXAMPLE.com ",
    "siti.aminah",
    "Siti.Aminah",
    "+6281234567890",
    "081234567890",
    "0812-3456-7890",
    "+62 812 3456 7890",
  ])("knows the person by %j", async (identifier) => {
    const page = await signInAs(visit(), { identifier, password: siti.password });
    expect([page.status, page.headers.get("location")]).toEqual([303, "/account"]);
    expect(sessionCookie(page)).toBeDefined();
  });

  it("protects its cookies and keeps its answers out of caches", async () => {
    const page = await signInAs(visit(), siti);
    for (const line of page.headers.getSetCookie())
      expect(line).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const form = await visit().get("/login");
    expect(form.headers.get("cache-control")).toBe("no-store");
    expect(form.headers.get("content-security-policy")).toContain("form-action 'self';");
  });

  it("leaves alone the cookies of an application on another port of localhost, and bears with them", async () => {
    const visitor = visit();
    const theirs = ["session", "device", "locale", "sid"].map((name) => [name, `theirs-${name}`] as const);
    for (const [name, value] of theirs) visitor.cookies.set(name, value);
    expect((await signInAs(visitor, siti)).status).toBe(303);
    expect((await visitor.get("/account")).status).toBe(200);
    for (const [name, value] of theirs) expect(visitor.cookies.get(name)).toBe(value);
  });

  it.each([
    ["a wrong password", { password: "not the password" }],
    ["an unknown address", { identifier: "nobody@example.com" }],
    ["an unknown username", { identifier: "nobody.at.all" }],
    ["an unknown number", { identifier: "+6281299999999" }],
    ["something that is no identifier", { identifier: "<b>&\"'" }],
  ])("says no to %s, without signing in", async (_, change) => {
    const tried = { identifier: siti.identifier, password: siti.password, ...change };
    const page = await signInAs(visit(), tried);
    expect(page.status).toBe(400);
    expect(page.text).toContain("This does not match any account.");
    expect(sessionCookie(page)).toBeUndefined();
    expect(page.forms[0]?.fields.get("identifier")).toBe(tried.identifier);
    expect(page.text).not.toContain(tried.password);
    expect(page.text).not.toContain("<b>");
  });

  it("names the field that is missing", async () => {
    const noPassword = await signInAs(visit(), { identifier: "siti.aminah", password: "" });
    expect(noPassword.status).toBe(400);
    expect(noPassword.text).toContain("Please give your password.");
    expect(noPassword.forms[0]?.fields.get("identifier")).toBe("siti.aminah");
    const nothing = await signInAs(visit(), { identifier: " ", password: siti.password });
    expect(nothing.text).toContain("Please give your e-mail address, your username or your phone number.");
  });

  it("speaks the reader's language", async () => {
    const visitor = visit({ "Accept-Language": "id" });
    const page = await signInAs(visitor, { identifier: "nobody", password: "x" });
    expect(page.headers.get("content-language")).toBe("id");
    expect(page.text).toContain("Tidak ada akun yang cocok.");
  });

  it("renews a hash that was made with other parameters", async () => {
    const old = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    const person = await aPerson(seed, { passwordHash: old });
    const { identifier } = person;
    expect((await signInAs(visit(), { identifier, password: "passwort" })).status).toBe(400);
    expect((await seed.storage.committed.users.find(person.user.id))?.passwordHash).toBe(old);
    expect((await signInAs(visit(), { identifier, password: "password" })).status).toBe(303);
    const stored = (await seed.storage.committed.users.find(person.user.id))?.passwordHash;
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signInAs(visit(), { identifier, password: "password" })).status).toBe(303);
  });
});

describe("where sign-in leads", () => {
  it("comes back to the page that asked for it", async () => {
    const visitor = visit();
    const asked = await visitor.get("/account/sessions");
    expect(asked.url.pathname + asked.url.search).toBe("/login?next=sessions");
    const { identifier, password } = siti;
    const page = await visitor.submit(asked, { identifier, password });
    expect([page.status, page.url.pathname]).toEqual([200, "/account/sessions"]);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/account/sessions",
    "constructor",
    "__proto__",
    "sessions\r\nSet-Cookie: a=b",
  ])("is never an address from the request: %j", async (next) => {
    const visitor = visit();
    const path = `/login?next=${encodeURIComponent(next)}`;
    const form = await visitor.get(path);
    expect(form.forms[0]?.action).toBe(`${server.origin}/login`);
    const { identifier, password } = siti;
    const body = new URLSearchParams({
      ...Object.fromEntries(form.forms[0]?.fields ?? []),
      identifier,
      password,
    });
    const page = await visitor.request(path, { method: "POST", body });
    expect(page.headers.get("location")).toBe("/account");
    const again = await visitor.request(path);
    expect(again.headers.get("location")).toBe("/account");
  });

  it("is kept when the page is read in another language", async () => {
    const visitor = visit();
    const page = await visitor.post(await visitor.get("/login?next=sessions"), { identifier: "x" });
    const link = /href="([^"]*ui_locales=id[^"]*)"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const translated = await visitor.get(link);
    expect(translated.headers.get("content-language")).toBe("id");
    const { identifier, password } = siti;
    const answer = await visitor.post(translated, { identifier, password });
    expect(answer.headers.get("location")).toBe("/account/sessions");
  });

  it("is the account for whoever is signed in already, and the form when another account is wanted", async () => {
    const visitor = visit();
    await signInAs(visitor, siti);
    for (const path of ["/login", "/"]) {
      const page = await visitor.request(path);
      expect([path, page.status, page.headers.get("location")]).toEqual([path, 302, "/account"]);
    }
    expect((await visitor.request("/login?account=new")).status).toBe(200);
  });

  it("begins at a small start page", async () => {
    const page = await visit().get("/");
    expect(page.status).toBe(200);
    expect(page.text).toContain('href="/login"');
    expect(page.text).toContain('href="/register"');
    const dashboard = await visit().request("/dashboard");
    expect([dashboard.status, dashboard.headers.get("location")]).toEqual([302, "/developer"]);
  });
});
