import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { mailsTo, mailTo } from "../support/outbox.ts";
import { ageSessions, aPerson, signInAs } from "../support/people.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { firstStep, isSignedIn, shownCodes, type TwoStepPerson, withApp } from "../support/two-steps.ts";
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

const visit = () => new Visitor(server.origin);
const subjects = async (address: string) => (await mailsTo(server, address)).map(({ subject }) => subject);

/** Goes the way of somebody who has lost the phone. */
async function recover(visitor: Visitor, somebody: TwoStepPerson, code: string): Promise<Page> {
  const page = await firstStep(visitor, somebody.person);
  const href = /href="(\/login\/verify\?[^"]*way=recovery[^"]*)"/.exec(page.text)?.[1] ?? "";
  return visitor.post(await visitor.get(href.replaceAll("&amp;", "&")), { code });
}

describe("a lost phone", () => {
  it("is made up for by a recovery code, once each, and the person is told", async () => {
    const siti = await withApp(seed);
    const [first = "", second = ""] = siti.recoveryCodes;
    const visitor = visit();
    expect((await recover(visitor, siti, first)).status).toBe(303);
    expect(await isSignedIn(visitor)).toBe(true);
    expect(await subjects(siti.person.identifier)).toContain("A recovery code was used");
    const again = await recover(visit(), siti, first);
    expect(again.status).toBe(400);
    expect((await recover(visit(), siti, second.toUpperCase().replace("-", " "))).status).toBe(303);
    expect((await siti.home.get("/account/security")).text).toContain("6 codes are left.");
  });

  it("lets one of any number of requests in that bring the same recovery code at once", async () => {
    const siti = await withApp(seed);
    const visitors = Array.from({ length: 5 }, visit);
    const pages = await Promise.all(visitors.map((visitor) => firstStep(visitor, siti.person)));
    const [code = ""] = siti.recoveryCodes;
    const answers = await Promise.all(pages.map((page, n) => visitors[n]?.post(page, { code })));
    expect(answers.filter((answer) => answer?.status === 303)).toHaveLength(1);
  });

  it("is no reason to show the codes again: they are replaced, and the old ones are dead", async () => {
    const siti = await withApp(seed);
    const page = await siti.home.get("/account/security");
    for (const code of siti.recoveryCodes) expect(page.text).not.toContain(code);
    const renewed = await siti.home.submit(page, {}, ["recovery_codes", "renew"]);
    const codes = shownCodes(renewed);
    expect(new Set([...codes, ...siti.recoveryCodes]).size).toBe(16);
    expect(await subjects(siti.person.identifier)).toContain("You have new recovery codes");
    expect((await recover(visit(), siti, siti.recoveryCodes[0] ?? "")).status).toBe(400);
    expect((await recover(visit(), siti, codes[0] ?? "")).status).toBe(303);
  });

  it("leaves nothing in the database that would open the account", async () => {
    const siti = await withApp(seed);
    const contents = await server.database.contents();
    for (const code of siti.recoveryCodes) {
      expect(contents).not.toContain(code);
      expect(contents).not.toContain(code.replace("-", ""));
    }
  });

  it("is a matter for the operator when the codes are lost too", async () => {
    const siti = await withApp(seed);
    await siti.home.get("/account");
    const visitor = visit();
    const page = await firstStep(visitor, siti.person);
    const id = String(siti.person.user.id);
    expect(await server.cli("user", "reset-factors", id)).toEqual({
      id: siti.person.user.id,
      factors: "reset",
    });
    expect((await visitor.post(page, { code: siti.recoveryCodes[0] ?? "" })).status).toBe(410);
    expect((await signInAs(visit(), siti.person)).headers.get("location")).toBe("/account");
  });
});

describe("a browser that is trusted", () => {
  it("is not asked for 30 days, for this account only", async () => {
    const siti = await withApp(seed);
    const budi = await withApp(seed);
    const visitor = visit();
    const page = await firstStep(visitor, siti.person);
    const done = await visitor.post(page, { code: await siti.app.next(), remember: "yes" });
    const cookie = done.headers.getSetCookie().find((line) => line.startsWith("mbid_trusted=")) ?? "";
    expect(cookie).toMatch(/^mbid_trusted=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    await visitor.submit(await visitor.get("/logout"), {}, ["accounts", "current"]);
    expect((await signInAs(visitor, siti.person)).headers.get("location")).toBe("/account");
    const other = await signInAs(visitor, budi.person, "/login?account=new");
    expect(other.headers.get("location")).toMatch(/^\/login\/verify/);
    await server.database.sql("update trusted_devices set expires_at = ?", Date.now());
    expect((await signInAs(visitor, siti.person, "/login?account=new")).headers.get("location")).toMatch(
      /^\/login\/verify/,
    );
  });

  it("still needs the password, and nothing of the account stands in its cookie", async () => {
    const siti = await withApp(seed);
    const visitor = visit();
    await visitor.post(await firstStep(visitor, siti.person), {
      code: await siti.app.next(),
      remember: "yes",
    });
    const wrong = await signInAs(visitor, { ...siti.person, password: "no" }, "/login?account=new");
    expect(wrong.status).toBe(400);
    expect(await server.database.contents()).not.toContain(visitor.cookies.get("mbid_trusted") ?? "none");
  });

  it("gets a cookie of its own each time: one that was planted there opens nothing elsewhere", async () => {
    const [siti, mallory] = [await withApp(seed), await withApp(seed)];
    const attacker = visit();
    await attacker.post(await firstStep(attacker, mallory.person), {
      code: await mallory.app.next(),
      remember: "yes",
    });
    const planted = attacker.cookies.get("mbid_trusted") ?? "";
    const victim = visit();
    victim.cookies.set("mbid_trusted", planted);
    await victim.post(await firstStep(victim, siti.person), { code: await siti.app.next(), remember: "yes" });
    expect(victim.cookies.get("mbid_trusted")).not.toBe(planted);
    const answer = await signInAs(attacker, siti.person, "/login?account=new");
    expect(answer.headers.get("location")).toMatch(/^\/login\/verify/);
  });

  it("is asked again once its person says so", async () => {
    const siti = await withApp(seed);
    const visitor = visit();
    await visitor.post(await firstStep(visitor, siti.person), {
      code: await siti.app.next(),
      remember: "yes",
    });
    const page = await siti.home.get("/account/security");
    expect(page.text).toContain("One browser is not asked for the second step.");
    const done = await siti.home.submit(page, {}, ["trusted_browsers", "forget"]);
    expect(done.text).toContain("The second step is asked for in every browser again.");
    const answer = await signInAs(visitor, siti.person, "/login?account=new");
    expect(answer.headers.get("location")).toMatch(/^\/login\/verify/);
  });
});

describe("a code by e-mail", () => {
  it("is switched on, sent after the password, and lets in once", async () => {
    const person = await aPerson(seed);
    const home = visit();
    await signInAs(home, person);
    const shown = await home.submit(await home.get("/account/security"), {}, ["turn_on", "email"]);
    expect(shownCodes(shown)).toHaveLength(8);
    expect(await subjects(person.identifier)).toContain("Codes by e-mail were switched on");
    const visitor = visit();
    const page = await firstStep(visitor, person);
    expect(page.url.searchParams.get("sent")).toMatch(/^[0-9a-z]{26}$/);
    const { code = "", subject } = await mailTo(server, person.identifier);
    expect(subject).toBe("Your code");
    expect(page.text).toContain(`${person.identifier.slice(0, 1)}•••@example.com`);
    expect(page.text).not.toContain(code);
    expect((await visitor.post(page, { code })).status).toBe(303);
    const other = visit();
    expect((await other.post(await firstStep(other, person), { code })).status).toBe(400);
  });

  it("counts in the sign-in it was sent for, and bears five guesses", async () => {
    const person = await aPerson(seed);
    const home = visit();
    await signInAs(home, person);
    await home.submit(await home.get("/account/security"), {}, ["turn_on", "email"]);
    const [one, other] = [visit(), visit()];
    const page = await firstStep(one, person);
    const { code = "" } = await mailTo(server, person.identifier);
    const elsewhere = await firstStep(other, person);
    const stolen = new URL(elsewhere.forms[0]?.action ?? "");
    stolen.searchParams.set("sent", page.url.searchParams.get("sent") ?? "");
    const fields = Object.fromEntries(elsewhere.forms[0]?.fields ?? []);
    const tried = await other.request(stolen, {
      method: "POST",
      body: new URLSearchParams({ ...fields, code }),
    });
    expect(tried.status).toBe(400);
    const wrong = code === "000000" ? "111111" : "000000";
    for (let guess = 0; guess < 5; guess++) expect((await one.post(page, { code: wrong })).status).toBe(400);
    expect((await one.post(page, { code })).status).toBe(400);
  });

  it("needs a confirmed address and a fresh proof", async () => {
    const person = await aPerson(seed, { email: null, username: "tanpa.email" });
    const home = visit();
    await signInAs(home, person);
    const page = await home.get("/account/security");
    expect(page.text).toContain("needs an e-mail address that you have confirmed");
    const fields = { ...Object.fromEntries(page.forms[0]?.fields ?? []), turn_on: "email" };
    const post = () =>
      home.request("/account/security", { method: "POST", body: new URLSearchParams(fields) });
    expect((await post()).headers.get("location")).toBe("/account/security?status=stale");
    await ageSessions(seed, person.user, 5 * 60_000 + 1);
    expect((await post()).headers.get("location")).toBe("/account/confirm?next=security");
    expect(await seed.storage.committed.factors.list(person.user.id)).toEqual([]);
  });
});
