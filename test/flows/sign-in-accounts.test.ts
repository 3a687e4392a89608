import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson, type KnownPerson, signInAs } from "../support/people.ts";
import { startServer, type TestServer } from "../support/server.ts";
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

const another = "/login?account=new";

async function someBrowser(count: number): Promise<{ visitor: Visitor; people: KnownPerson[] }> {
  const visitor = new Visitor(server.origin);
  const people: KnownPerson[] = [];
  for (let i = 0; i < count; i++) {
    const person = await aPerson(seed, { name: `Person ${i}` });
    people.push(person);
    expect((await signInAs(visitor, person, another)).status).toBe(303);
  }
  return { visitor, people };
}

const sessionsOf = async ({ user }: KnownPerson) =>
  (await seed.storage.committed.sessions.listByUser(user.id)).length;

describe("several accounts in one browser", () => {
  it("stand beside each other, the last one current, and can be switched", async () => {
    const { visitor, people } = await someBrowser(2);
    const page = await visitor.get("/account");
    expect(page.text).toContain("<strong><bdi>Person 1</bdi></strong>");
    const [first] = people;
    const switched = await visitor.submit(page, {}, ["account", String(first?.user.id)]);
    expect([switched.url.pathname, switched.status]).toEqual(["/account", 200]);
    expect(switched.text).toContain("<strong><bdi>Person 0</bdi></strong>");
  });

  it("are five: the one used longest ago goes", async () => {
    const { people } = await someBrowser(6);
    expect(await Promise.all(people.map(sessionsOf))).toEqual([0, 1, 1, 1, 1, 1]);
  });

  it("hold each account once, however often it signs in", async () => {
    const { visitor, people } = await someBrowser(2);
    const [first] = people;
    if (!first) throw new Error("nobody");
    await signInAs(visitor, first, another);
    expect(await Promise.all(people.map(sessionsOf))).toEqual([1, 1]);
    expect((await visitor.get("/account")).text).toContain("<strong><bdi>Person 0</bdi></strong>");
  });

  it("cannot be switched to an account that is not signed in here", async () => {
    const { visitor } = await someBrowser(2);
    const stranger = await aPerson(seed, { name: "Stranger" });
    const page = await visitor.get("/account");
    const form = page.forms.find(({ action }) => action.endsWith("/switch"));
    const body = new URLSearchParams({
      ...Object.fromEntries(form?.fields ?? []),
      account: String(stranger.user.id),
    });
    const answer = await visitor.follow(await visitor.request("/account/switch", { method: "POST", body }));
    expect(answer.text).toContain("<strong><bdi>Person 1</bdi></strong>");
    expect(answer.text).not.toContain("Stranger");
  });
});

describe("sign-out", () => {
  it("asks first, then ends the sign-in and takes the cookie away", async () => {
    const { visitor, people } = await someBrowser(1);
    const session = visitor.cookies.get("mbid_session") ?? "";
    const page = await visitor.get("/logout");
    expect(page.status).toBe(200);
    expect(people[0] && (await sessionsOf(people[0]))).toBe(1);
    const answer = await visitor.post(page, {}, ["accounts", "current"]);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/?status=signed_out"]);
    expect(visitor.cookies.has("mbid_session")).toBe(false);
    expect((await visitor.follow(answer)).text).toContain("You are signed out.");
    const thief = new Visitor(server.origin);
    thief.cookies.set("mbid_session", session);
    expect((await thief.get("/account")).url.pathname).toBe("/login");
  });

  it("ends the current account only, or all of this browser, and no other browser", async () => {
    const { visitor, people } = await someBrowser(3);
    const [first] = people;
    if (!first) throw new Error("nobody");
    const elsewhere = new Visitor(server.origin);
    await signInAs(elsewhere, first);
    await visitor.submit(await visitor.get("/logout"), {}, ["accounts", "current"]);
    expect(await Promise.all(people.map(sessionsOf))).toEqual([2, 1, 0]);
    await visitor.submit(await visitor.get("/logout"), {}, ["accounts", "all"]);
    expect(await Promise.all(people.map(sessionsOf))).toEqual([1, 0, 0]);
    expect((await elsewhere.get("/account")).url.pathname).toBe("/account");
  });

  it("ends the account its page was shown for, though another tab switched", async () => {
    const { visitor, people } = await someBrowser(2);
    const page = await visitor.get("/logout");
    const [first] = people;
    await visitor.submit(await visitor.get("/account"), {}, ["account", String(first?.user.id)]);
    await visitor.post(page, {}, ["accounts", "current"]);
    expect(await Promise.all(people.map(sessionsOf))).toEqual([1, 0]);
  });

  it("needs no sign-in, and cannot be caused by another site", async () => {
    const nobody = new Visitor(server.origin);
    expect((await nobody.request("/logout")).headers.get("location")).toBe("/?status=signed_out");
    const { visitor, people } = await someBrowser(1);
    const page = await visitor.get("/logout");
    const body = new URLSearchParams([...(page.forms[0]?.fields ?? []), ["accounts", "all"]]);
    const headers = { Origin: "https://evil.example" };
    expect((await visitor.request("/logout", { method: "POST", body, headers })).status).toBe(403);
    body.delete("csrf");
    expect((await visitor.request("/logout", { method: "POST", body })).status).toBe(403);
    expect(people[0] && (await sessionsOf(people[0]))).toBe(1);
  });
});
