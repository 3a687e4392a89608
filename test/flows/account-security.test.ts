import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { mailsTo, mailTo } from "../support/outbox.ts";
import { ageSessions, aPerson, signInAs } from "../support/people.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { justSignedIn } from "../support/signed-in.ts";
import { firstStep, isSignedIn, scan, shownCodes, withApp } from "../support/two-steps.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const minutes = 60_000;
const visit = () => new Visitor(server.origin);
const factorsOf = (id: number) => seed.storage.committed.factors.list(id);

async function signedIn() {
  const person = await aPerson(seed);
  const visitor = await justSignedIn(seed, person.user);
  return { person, visitor };
}

describe("setting an authenticator app up", () => {
  it("shows a QR code and a key, stores nothing until a code proves the app, then recovery codes once", async () => {
    const { person, visitor } = await signedIn();
    const page = await visitor.get("/account/security/app");
    expect(page.text).toMatch(/<svg class="qr" viewBox="0 0 \d+ \d+" role="img" aria-label="QR code[^"]*"/);
    expect(page.text).not.toMatch(/<[^>]+ style=/);
    const app = scan(page);
    const wrong = await visitor.post(page, { code: app.wrong() });
    expect([wrong.status, await factorsOf(person.user.id)]).toEqual([400, []]);
    const cookie = visitor.cookies.get("mbid_session");
    const done = await visitor.post(wrong, { code: await app.next() });
    expect([done.status, done.headers.get("cache-control"), shownCodes(done).length]).toEqual([
      200,
      "no-store",
      8,
    ]);
    expect(visitor.cookies.get("mbid_session")).not.toBe(cookie);
    expect(await factorsOf(person.user.id)).toMatchObject([{ kind: "app" }]);
    expect((await mailTo(server, person.identifier)).subject).toBe("An authenticator app was added");
  });

  it("takes the code that proved it for used", async () => {
    const { person, visitor } = await signedIn();
    const page = await visitor.get("/account/security/app");
    const code = scan(page).codeAt(0);
    expect((await visitor.post(page, { code })).status).toBe(200);
    const other = visit();
    expect((await other.post(await firstStep(other, person), { code })).status).toBe(400);
  });

  it("keeps the secret sealed in the form and in the database", async () => {
    const { visitor } = await signedIn();
    const page = await visitor.get("/account/security/app");
    const key = /<p class="key"><code>([A-Z2-7 ]+)</.exec(page.text)?.[1]?.replaceAll(" ", "") ?? "";
    const setup = page.forms.find(({ fields }) => fields.has("setup"))?.fields.get("setup") ?? "";
    expect(setup).not.toContain(key);
    await visitor.post(page, { code: await scan(page).next() });
    expect(await server.database.contents()).not.toContain(key);
  });

  it("takes no secret that was made for another account or sign-in, and none from outside", async () => {
    const mallory = await signedIn();
    const theirs = await mallory.visitor.get("/account/security/app");
    const app = scan(theirs);
    const planted = theirs.forms.find(({ fields }) => fields.has("setup"))?.fields.get("setup") ?? "";
    const siti = await signedIn();
    const page = await siti.visitor.get("/account/security/app");
    for (const setup of [planted, "", "A".repeat(80)]) {
      const answer = await siti.visitor.post(page, { code: app.codeAt(0), setup });
      expect([answer.status, answer.text.includes("Please scan the new picture")]).toEqual([400, true]);
    }
    expect(await factorsOf(siti.person.user.id)).toEqual([]);
  });

  it("replaces the app before, whose codes are worthless then; the recovery codes stay", async () => {
    const siti = await withApp(seed);
    const page = await siti.home.get("/account/security/app");
    const done = await siti.home.post(page, { code: await scan(page).next() });
    expect(done.headers.get("location")).toBe("/account/security?status=factor_on");
    const visitor = visit();
    const second = await firstStep(visitor, siti.person);
    expect((await visitor.post(second, { code: await siti.app.next() })).status).toBe(400);
    expect((await visitor.post(second, { code: siti.recoveryCodes[0] ?? "" })).status).toBe(303);
  });
});

describe("turning it off", () => {
  it("needs a fresh proof, changes the session cookie, tells the person, and leaves no recovery codes", async () => {
    const siti = await withApp(seed);
    await ageSessions(seed, siti.person.user, 5 * minutes + 1);
    const asked = await siti.home.submit(await siti.home.get("/account/security"), {}, ["turn_off", "app"]);
    expect(asked.url.pathname + asked.url.search).toBe("/account/confirm?next=security");
    expect(await factorsOf(siti.person.user.id)).toHaveLength(1);
    const back = await siti.home.submit(asked, { password: siti.person.password });
    expect(back.url.pathname).toBe("/account/security");
    const cookie = siti.home.cookies.get("mbid_session");
    const done = await siti.home.submit(back, {}, ["turn_off", "app"]);
    expect(done.text).toContain("Signing in no longer asks for this.");
    expect(siti.home.cookies.get("mbid_session")).not.toBe(cookie);
    expect((await mailTo(server, siti.person.identifier)).subject).toBe("An authenticator app was removed");
    expect(await seed.storage.committed.factors.recoveryCodes(siti.person.user.id)).toEqual([]);
    expect((await signInAs(visit(), siti.person)).headers.get("location")).toBe("/account");
  });

  it.each([
    ["GET", "/account/security/app"],
    ["GET", "/account/security/passkey"],
    ["POST", "/account/security"],
    ["POST", "/account/security/app"],
    ["POST", "/account/security/passkey"],
    ["POST", "/account/security/passkeys"],
  ])("%s %s asks who is there once the proof is older than five minutes", async (method, path) => {
    const siti = await withApp(seed);
    const page = await siti.home.get("/account/security");
    await ageSessions(seed, siti.person.user, 5 * minutes + 1);
    const fields = Object.fromEntries(page.forms[0]?.fields ?? []);
    const body = new URLSearchParams({ ...fields, turn_off: "app", passkey: "x", act: "remove" });
    const answer = await siti.home.request(path, method === "GET" ? {} : { method, body });
    expect(answer.headers.get("location")).toMatch(/^\/account\/confirm\?next=security/);
    expect(await factorsOf(siti.person.user.id)).toHaveLength(1);
  });

  it("is not done by a form of another site, or for another account", async () => {
    const siti = await withApp(seed);
    const page = await siti.home.get("/account/security");
    const fields = Object.fromEntries(page.forms[0]?.fields ?? []);
    const post = (change: Record<string, string>, headers = {}) =>
      siti.home.request("/account/security", {
        method: "POST",
        headers,
        body: new URLSearchParams({ ...fields, turn_off: "app", ...change }),
      });
    expect((await post({}, { Origin: "https://evil.example" })).status).toBe(403);
    expect((await post({ csrf: "" })).status).toBe(403);
    expect((await post({ csrf: "forged" })).headers.get("location")).toBe("/account/security?status=stale");
    expect((await post({ user: "1" })).headers.get("location")).toBe(
      "/account/security?status=other_account",
    );
    expect(await factorsOf(siti.person.user.id)).toHaveLength(1);
  });

  it("keeps the second step when one of two factors stays", async () => {
    const siti = await withApp(seed);
    const on = await siti.home.submit(await siti.home.get("/account/security"), {}, ["turn_on", "email"]);
    expect(shownCodes(on)).toEqual([]);
    await siti.home.submit(on, {}, ["turn_off", "app"]);
    expect((await firstStep(visit(), siti.person)).text).toContain("We have sent a mail with a code");
    expect(await seed.storage.committed.factors.recoveryCodes(siti.person.user.id)).toHaveLength(8);
  });
});

describe("a new password", () => {
  it("that was reset by mail does not skip the second step, not even in a trusted browser", async () => {
    const siti = await withApp(seed);
    const visitor = visit();
    await visitor.post(await firstStep(visitor, siti.person), {
      code: await siti.app.next(),
      remember: "yes",
    });
    await visitor.submit(await visitor.get("/forgot"), { identifier: siti.person.identifier });
    const { link = "" } = await mailTo(server, siti.person.identifier);
    const done = await visitor.submit(await visitor.get(link), { password: "mangga manis sekali" });
    expect(done.url.pathname).toBe("/login");
    expect(await isSignedIn(visitor)).toBe(false);
    const next = await firstStep(visitor, { ...siti.person, password: "mangga manis sekali" });
    expect(next.url.pathname).toBe("/login/verify");
    expect((await visitor.post(next, { code: await siti.app.next() })).status).toBe(303);
  });

  it("ends sign-ins that wait for their second step", async () => {
    const siti = await withApp(seed);
    const thief = visit();
    const page = await firstStep(thief, siti.person);
    const form = await siti.home.get("/account/password");
    const password = "mangga manis sekali";
    await siti.home.submit(form, { current_password: siti.person.password, password });
    expect((await thief.post(page, { code: await siti.app.next() })).status).toBe(410);
    const told = (await mailsTo(server, siti.person.identifier)).map(({ subject }) => subject);
    expect(told).toContain("Your password was changed");
  });
});
