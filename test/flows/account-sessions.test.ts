import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { ageSessions, aPerson, type KnownPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer({ env: { TRUST_PROXY: "127.0.0.1" } });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const browser = (userAgent: string, address: string) =>
  new Visitor(server.origin, { headers: { "User-Agent": userAgent, "X-Forwarded-For": address } });

interface Scene {
  readonly person: KnownPerson;
  readonly desk: Visitor;
  readonly phone: Visitor;
}

async function scene(): Promise<Scene> {
  const person = await aPerson(seed);
  const desk = browser(firefox, "198.51.100.1");
  const phone = browser(iphone, "203.0.113.77");
  await signInAs(phone, person);
  await signInAs(desk, person);
  return { person, desk, phone };
}

const buttonOf = (page: Page, index: number) => page.forms[0]?.buttons[index] ?? (["", ""] as const);
const isIn = async (visitor: Visitor) => (await visitor.get("/account")).url.pathname === "/account";

describe("sign-ins", () => {
  it("are listed with device, browser and address, this one marked", async () => {
    const { desk } = await scene();
    const page = await desk.get("/account/sessions");
    for (const text of ["Firefox on Linux", "Safari on iPhone", "198.51.100.1", "203.0.113.77"])
      expect(page.text).toContain(text);
    expect(page.text.match(/This browser/g)).toHaveLength(1);
    expect(page.text).not.toContain("AppleWebKit");
    expect(page.text.match(/<time class="moment" datetime="\d{4}-\d\d-\d\dT/g)).toHaveLength(4);
  });

  it("can be ended one by one", async () => {
    const { desk, phone } = await scene();
    const answer = await desk.submit(
      await desk.get("/account/sessions"),
      {},
      buttonOf(await desk.get("/account/sessions"), 1),
    );
    expect(answer.text).toContain("The sign-in has ended.");
    expect(await isIn(phone)).toBe(false);
    expect(await isIn(desk)).toBe(true);
  });

  it("can all be ended but this one", async () => {
    const { person, desk, phone } = await scene();
    const bystander = await aPerson(seed);
    const other = browser(firefox, "198.51.100.9");
    await signInAs(other, bystander);
    const answer = await desk.submit(await desk.get("/account/sessions"), {}, ["others", "all"]);
    expect(answer.text).toContain("All other sign-ins have ended.");
    expect([await isIn(phone), await isIn(desk), await isIn(other)]).toEqual([false, true, true]);
    expect(await seed.storage.committed.sessions.listByUser(person.user.id)).toHaveLength(1);
  });

  it("can end with the very one that asks", async () => {
    const { desk, phone } = await scene();
    const page = await desk.get("/account/sessions");
    await desk.post(page, {}, buttonOf(page, 0));
    expect(desk.cookies.has("mbid_session")).toBe(false);
    expect([await isIn(desk), await isIn(phone)]).toEqual([false, true]);
  });

  it("of other people cannot be ended", async () => {
    const { desk } = await scene();
    const victim = await scene();
    const [session] = await seed.storage.committed.sessions.listByUser(victim.person.user.id);
    const page = await desk.get("/account/sessions");
    const body = new URLSearchParams([...(page.forms[0]?.fields ?? []), ["session", session?.id ?? ""]]);
    await desk.request("/account/sessions", { method: "POST", body });
    expect([await isIn(victim.desk), await isIn(victim.phone)]).toEqual([true, true]);
  });

  it("whose cookie is over are not listed", async () => {
    const { person, desk } = await scene();
    const found = await seed.storage.committed.sessions.listByUser(person.user.id);
    const phone = found.find(({ ip }) => ip === "203.0.113.77");
    await seed.storage.write(({ sessions }) =>
      sessions.renewBrowser(phone?.browserId ?? "", "x", Date.now() - 1),
    );
    expect((await desk.get("/account/sessions")).text).not.toContain("203.0.113.77");
  });

  it("note when they were last used, no more often than every few minutes", async () => {
    const { person, desk } = await scene();
    const last = async () =>
      Math.max(
        ...(await seed.storage.committed.sessions.listByUser(person.user.id)).map((s) => s.lastActiveAt),
      );
    const before = await last();
    await desk.get("/account");
    expect(await last()).toBe(before);
    await ageSessions(seed, person.user, 10 * 60_000);
    await desk.get("/account");
    expect(await last()).toBeGreaterThanOrEqual(before);
  });
});

describe("a proof that is older than five minutes", () => {
  it("is asked for again before sign-ins end, and leads back", async () => {
    const { person, desk, phone } = await scene();
    await ageSessions(seed, person.user, 5 * 60_000 + 1000);
    const list = await desk.get("/account/sessions");
    const question = await desk.submit(list, {}, ["others", "all"]);
    expect(question.url.pathname + question.url.search).toBe("/account/confirm?next=sessions");
    expect(await isIn(phone)).toBe(true);
    const wrong = await desk.post(question, { password: "guess" });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining("This is not your password.")]);
    const missing = await desk.post(wrong, {});
    expect([missing.status, missing.text]).toEqual([
      400,
      expect.stringContaining("Please give your password."),
    ]);
    const before = desk.cookies.get("mbid_session");
    const back = await desk.submit(missing, { password: person.password });
    expect(back.url.pathname).toBe("/account/sessions");
    expect(desk.cookies.get("mbid_session")).not.toBe(before);
    await desk.submit(back, {}, ["others", "all"]);
    expect(await isIn(phone)).toBe(false);
  });

  it("is asked for at most five times", async () => {
    const { person, desk } = await scene();
    const question = await desk.get("/account/confirm?next=sessions");
    for (let i = 0; i < 5; i++)
      expect((await desk.post(question, { password: `guess ${i}` })).status).toBe(400);
    const refused = await desk.post(question, { password: person.password });
    await provoked("api", "rate_limit_exceeded", "rate_limited", refused.response);
  });

  it("leads only to pages of the account", async () => {
    const { person, desk } = await scene();
    for (const next of ["https://evil.example", "//evil.example", "constructor", "/admin"]) {
      const question = await desk.get(`/account/confirm?next=${encodeURIComponent(next)}`);
      const answer = await desk.post(question, { password: person.password });
      expect(answer.headers.get("location")).toBe("/account");
      const body = new URLSearchParams({
        ...Object.fromEntries(question.forms[0]?.fields ?? []),
        next,
        password: person.password,
      });
      const forged = await desk.request("/account/confirm", { method: "POST", body });
      expect(forged.headers.get("location")).toBe("/account");
    }
  });
});
