import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { mailsTo } from "../support/outbox.ts";
import { aPerson, type KnownPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer();
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const next = "a new password nobody knows";

async function signedIn(): Promise<{ visitor: Visitor; person: KnownPerson; page: Page }> {
  const visitor = new Visitor(server.origin);
  const person = await aPerson(seed);
  await signInAs(visitor, person);
  return { visitor, person, page: await visitor.get("/account/password") };
}

async function change(visitor: Visitor, page: Page, current: string, password = next): Promise<Page> {
  return visitor.post(page, { current_password: current, password });
}

async function mayEnter(identifier: string, password: string): Promise<boolean> {
  return (await signInAs(new Visitor(server.origin), { identifier, password })).status === 303;
}

describe("changing the password", () => {
  it("replaces it, keeps this sign-in under a new cookie, and tells the person by mail", async () => {
    const { visitor, person, page } = await signedIn();
    const before = visitor.cookies.get("mbid_session") ?? "";
    const answer = await change(visitor, page, person.password);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      "/account/password?status=password_changed",
    ]);
    expect(visitor.cookies.get("mbid_session")).not.toBe(before);
    expect((await visitor.follow(answer)).text).toContain("Your password is changed.");
    const thief = new Visitor(server.origin);
    thief.cookies.set("mbid_session", before);
    expect((await thief.get("/account")).url.pathname).toBe("/login");
    expect(await mayEnter(person.identifier, person.password)).toBe(false);
    expect(await mayEnter(person.identifier, next)).toBe(true);
    const mails = await mailsTo(server, person.identifier);
    const told = mails.find(({ subject }) => subject === "Your password was changed");
    expect(told?.text).toContain(`${server.origin}/forgot`);
  });

  it("ends every other sign-in and kills every token", async () => {
    const { visitor, person, page } = await signedIn();
    const elsewhere = new Visitor(server.origin);
    await signInAs(elsewhere, person);
    const bystander = await aPerson(seed);
    const tokens = [await seed.token({ user: person.user }), await seed.token({ user: person.user })];
    const other = await seed.token({ user: bystander.user });
    await change(visitor, page, person.password);
    expect((await elsewhere.get("/account")).url.pathname).toBe("/login");
    expect((await visitor.get("/account")).url.pathname).toBe("/account");
    for (const { token } of tokens)
      await provoked("api", "token_invalid", "token_revoked", await seed.call("/api/user", token));
    expect((await seed.call("/api/user", other.token)).status).toBe(200);
  });

  it.each([
    ["the current password is wrong", "wrong", next, "This is not your current password."],
    ["the current password is missing", "", next, "Please give your current password."],
    ["the new one is missing", "right", "", "Please choose a password."],
    ["the new one is short", "right", "seven77", "Please use at least 8 characters."],
    ["the new one is long", "right", "x y".repeat(67), "Please use at most 200 characters."],
    ["the new one is common", "right", "Password123", "among the most common ones"],
  ])("changes nothing when %s", async (_, current, password, sentence) => {
    const { visitor, person, page } = await signedIn();
    const given = current === "right" ? person.password : current;
    const answer = await change(visitor, page, given, password);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    for (const secret of [given, password].filter((text) => text.length > 7))
      expect(answer.text).not.toContain(secret);
    expect(await mayEnter(person.identifier, person.password)).toBe(true);
  });

  it("does not take the old one as the new one", async () => {
    const { visitor, person, page } = await signedIn();
    const answer = await change(visitor, page, person.password, person.password);
    expect([answer.status, answer.text]).toEqual([
      400,
      expect.stringContaining("This is your current password."),
    ]);
  });

  it("cannot be used to guess it: five tries for the browser, then 429", async () => {
    const { visitor, person, page } = await signedIn();
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await change(visitor, page, `guess ${i}`)).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400]);
    const refused = await change(visitor, page, person.password);
    await provoked("api", "rate_limit_exceeded", "rate_limited", refused.response);
  });

  it("of two requests at once lets one win", async () => {
    const { visitor, person, page } = await signedIn();
    const [one, other] = await Promise.all([
      change(visitor, page, person.password, "the first of two passwords"),
      change(visitor, page, person.password, "the second of two passwords"),
    ]);
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([303, 400]);
    const won = one.status === 303 ? "the first of two passwords" : "the second of two passwords";
    expect(await mayEnter(person.identifier, won)).toBe(true);
  });

  it("is refused with a stale form, which is shown again", async () => {
    const { visitor, person, page } = await signedIn();
    const csrf = (await new Visitor(server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    const answer = await visitor.post(page, { csrf, current_password: person.password, password: next });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("Please send the form once more");
    expect(await mayEnter(person.identifier, person.password)).toBe(true);
  });

  it("leads whoever has none to the link by mail", async () => {
    const { visitor, person } = await signedIn();
    const page = await visitor.get("/account/password");
    const other = await aPerson(seed, { passwordHash: null });
    await seed.storage.write(async ({ sessions }) => {
      const [session] = await sessions.listByUser(person.user.id);
      if (session)
        await sessions.put({
          ...session,
          id: `${session.id}x`,
          userId: other.user.id,
          lastActiveAt: Date.now() + 1000,
        });
    });
    const shown = await visitor.get("/account/password");
    expect(shown.text).toContain('href="/forgot"');
    expect(shown.forms).toHaveLength(0);
    const csrf = page.forms[0]?.fields.get("csrf") ?? "";
    const body = new URLSearchParams({
      csrf,
      user: String(other.user.id),
      current_password: "x",
      password: next,
    });
    expect((await visitor.request("/account/password", { method: "POST", body })).status).toBe(400);
    expect((await seed.storage.committed.users.find(other.user.id))?.passwordHash).toBeNull();
  });
});
