import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { ageChallenges, mailsTo } from "../support/outbox.ts";
import { sessionCookie, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { firstStep, isSignedIn, withApp } from "../support/two-steps.ts";
import { Visitor } from "../support/visitor.ts";

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

describe("the second step", () => {
  it("stands between the right password and a session", async () => {
    const { person, app } = await withApp(seed);
    const visitor = visit();
    const answer = await signInAs(visitor, person);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/login\/verify\?attempt=[0-9a-z]{26}$/);
    expect(sessionCookie(answer)).toBeUndefined();
    expect(await isSignedIn(visitor)).toBe(false);
    const page = await visitor.follow(answer);
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const done = await visitor.post(page, { code: await app.next() });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/account"]);
    expect(sessionCookie(done)).toBeDefined();
    expect(await isSignedIn(visitor)).toBe(true);
  });

  it("is not asked for with a wrong password", async () => {
    const { person } = await withApp(seed);
    const visitor = visit();
    const answer = await signInAs(visitor, { ...person, password: "not the password" });
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    expect(answer.text).not.toContain("/login/verify");
  });

  it("takes no code twice, in whichever browser, and no earlier one after a later", async () => {
    const { person, app } = await withApp(seed);
    const codes = { now: app.codeAt(0), next: app.codeAt(1) };
    const [one, other] = [visit(), visit()];
    const pages = [await firstStep(one, person), await firstStep(other, person)] as const;
    expect((await one.post(pages[0], { code: codes.next })).status).toBe(303);
    for (const code of [codes.next, codes.now]) {
      const again = await other.post(pages[1], { code });
      expect(again.status).toBe(400);
      expect(again.text).toContain("This code is not right, or it was used before.");
    }
    expect(await isSignedIn(other)).toBe(false);
  });

  it("lets one of any number of requests in that bring the same code at once", async () => {
    const { person, app } = await withApp(seed);
    const visitors = Array.from({ length: 5 }, visit);
    const pages = await Promise.all(visitors.map((visitor) => firstStep(visitor, person)));
    const code = await app.next();
    const answers = await Promise.all(pages.map((page, n) => visitors[n]?.post(page, { code })));
    expect(answers.filter((answer) => answer?.status === 303)).toHaveLength(1);
  });

  it("belongs to the browser in which the password was given", async () => {
    const { person, app } = await withApp(seed);
    const page = await firstStep(visit(), person);
    const thief = visit();
    await thief.get("/login");
    const seen = await thief.get(page.url);
    const { html } = await provoked("api", "resource_not_found", "sign_in_over", seen.response);
    expect(html).toContain('href="/login"');
    const sent = await thief.request(page.url, {
      method: "POST",
      body: new URLSearchParams({
        csrf: (await thief.get("/login")).forms[0]?.fields.get("csrf") ?? "",
        code: await app.next(),
      }),
    });
    await provoked("api", "resource_not_found", "sign_in_over", sent.response);
    expect(await isSignedIn(thief)).toBe(false);
  });

  it("is done once: the same page does not sign in again", async () => {
    const { person, app } = await withApp(seed);
    const visitor = visit();
    const page = await firstStep(visitor, person);
    expect((await visitor.post(page, { code: await app.next() })).status).toBe(303);
    const again = await visitor.post(page, { code: await app.next() });
    await provoked("api", "resource_not_found", "sign_in_over", again.response);
    expect((await visitor.get(page.url)).status).toBe(410);
  });

  it("is over after a quarter of an hour", async () => {
    const { person, app } = await withApp(seed);
    const visitor = visit();
    const page = await firstStep(visitor, person, "/login?next=sessions");
    await ageChallenges(server, 15 * 60_000);
    const late = await visitor.post(page, { code: await app.next() });
    const { html } = await provoked("api", "resource_not_found", "sign_in_over", late.response);
    expect(html).toContain('href="/login?next=sessions"');
  });

  it("is shown again when the form is stale, empty or no code at all, which is no attempt", async () => {
    const { person, app } = await withApp(seed);
    const visitor = visit();
    const page = await firstStep(visitor, person);
    for (const code of ["", "12345", "1234567", "hello", "<b>1</b>"]) {
      const answer = await visitor.post(page, { code });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain("<b>1</b>");
    }
    visitor.cookies.set("mbid_device", `${"x".repeat(42)}A`);
    expect((await visitor.post(page, { code: await app.next() })).status).toBe(410);
  });

  it("tells about a new browser only once somebody is really in", async () => {
    const { person, app } = await withApp(seed);
    const visitor = visit();
    const page = await firstStep(visitor, person);
    const told = async () =>
      (await mailsTo(server, person.identifier)).filter(
        ({ subject }) => subject === "New sign-in to your account",
      );
    expect(await told()).toHaveLength(0);
    await visitor.post(page, { code: await app.next() });
    const [mail, ...more] = await told();
    expect(more).toEqual([]);
    expect(mail?.text).toContain("IP address: 127.0.0.1");
    expect(mail?.text).toContain(`${server.origin}/account/security`);
  });
});
