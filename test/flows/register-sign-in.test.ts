import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Application, createPerson } from "../support/application.ts";
import { aNewcomer, beginRegistration, mailTo } from "../support/outbox.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
let application: Application;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  application = await Application.register(server, { name: "Toko Baru" });
});
afterAll(async () => {
  await server.stop();
});

/** The page that a sign-in page links to. */
async function followLink(visitor: Visitor, page: Page, path: string): Promise<Page> {
  const href = new RegExp(`href="(${path}[^"]*)"`).exec(page.text)?.[1] ?? "";
  return visitor.get(href.replaceAll("&amp;", "&"));
}

async function fromSignIn(visitor: Visitor, path: string): Promise<Page> {
  const page = await visitor.get(application.authorizeUrl());
  expect(page.url.pathname).toBe("/login");
  return followLink(visitor, page, path);
}

async function codeFrom(visitor: Visitor, consent: Page): Promise<string | null> {
  expect(consent.url.pathname).toBe("/consent");
  const back = await visitor.submit(consent, {}, ["decision", "approve"]);
  return new URL(back.headers.get("location") ?? "").searchParams.get("code");
}

describe("registration in the middle of an authorization request", () => {
  it("by code goes on to the application", async () => {
    const visitor = new Visitor(server.origin);
    const person = aNewcomer();
    const page = await visitor.submit(await fromSignIn(visitor, "/register"), { ...person });
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self' https:");
    const { code = "" } = await mailTo(server, person.email);
    const redeemed = await application.redeem(
      (await codeFrom(visitor, await visitor.submit(page, { code }))) ?? "",
    );
    const { access_token: token } = (await redeemed.json()) as { access_token: string };
    const user = await (await application.api("/api/user", token)).json();
    expect(user).toMatchObject({ name: person.name, email: person.email, username: null });
  });

  it("by link in the same browser goes on too", async () => {
    const visitor = new Visitor(server.origin);
    const person = aNewcomer();
    await visitor.submit(await fromSignIn(visitor, "/register"), { ...person });
    const page = await visitor.get((await mailTo(server, person.email)).link ?? "");
    const consent = await visitor.submit(page, { password: person.password });
    expect(await codeFrom(visitor, consent)).toMatch(/^mbid_ac_/);
  });

  it("by link in another browser ends at the account: the request stays where it began", async () => {
    const visitor = new Visitor(server.origin);
    const person = aNewcomer();
    await visitor.submit(await fromSignIn(visitor, "/register"), { ...person });
    const elsewhere = new Visitor(server.origin);
    const page = await elsewhere.get((await mailTo(server, person.email)).link ?? "");
    const done = await elsewhere.submit(page, { password: person.password });
    expect([done.url.pathname, done.status]).toEqual(["/account", 200]);
    const back = await visitor.get(application.authorizeUrl());
    expect(back.url.pathname).toBe("/login");
    expect(
      await codeFrom(
        visitor,
        await visitor.submit(back, { identifier: person.email, password: person.password }),
      ),
    ).toMatch(/^mbid_ac_/);
  });

  it("with somebody else's interaction ends at the account", async () => {
    const owner = new Visitor(server.origin);
    const id = (await owner.get(application.authorizeUrl())).url.searchParams.get("interaction");
    const visitor = new Visitor(server.origin);
    const person = aNewcomer();
    const page = await beginRegistration(visitor, person, `/register?interaction=${id}`);
    const { code = "" } = await mailTo(server, person.email);
    expect((await visitor.submit(page, { code })).url.pathname).toBe("/account");
    expect((await owner.get(`/login?interaction=${id}`)).url.pathname).toBe("/login");
  });
});

describe("a forgotten password in the middle of an authorization request", () => {
  it("is followed by sign-in with the new one, and then the application", async () => {
    const person = await createPerson(server);
    const visitor = new Visitor(server.origin);
    const sent = await visitor.submit(await fromSignIn(visitor, "/forgot"), {
      identifier: person.identifier,
    });
    expect(sent.url.pathname).toBe("/forgot/sent");
    const form = await visitor.get((await mailTo(server, person.identifier)).link ?? "");
    const password = "mangga manis sekali";
    const signIn = await visitor.submit(form, { password });
    expect(signIn.url.pathname).toBe("/login");
    expect(signIn.url.searchParams.get("interaction")).toMatch(/^[0-9a-z]{26}$/);
    const old = await visitor.submit(signIn, { identifier: person.identifier, password: person.password });
    expect([old.url.pathname, old.status]).toEqual(["/login", 400]);
    const consent = await visitor.submit(signIn, { identifier: person.identifier, password });
    expect(await codeFrom(visitor, consent)).toMatch(/^mbid_ac_/);
  });

  it("kills the refresh tokens and sessions that an intruder may have", async () => {
    const person = await createPerson(server);
    const intruder = new Visitor(server.origin);
    const { identifier, password } = person;
    const tokens = await application.signIn(intruder, { identifier, password });
    const visitor = new Visitor(server.origin);
    await visitor.submit(await visitor.get("/forgot"), { identifier: person.identifier });
    const form = await visitor.get((await mailTo(server, person.identifier)).link ?? "");
    await visitor.submit(form, { password: "mangga manis sekali" });
    expect((await intruder.get("/account")).url.pathname).toBe("/login");
    expect((await application.api("/api/user", tokens.access_token)).status).toBe(401);
    const refused = await application.refresh(tokens.refresh_token ?? "");
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { error: "invalid_grant", reason: "password_changed" },
    ]);
  });
});
