import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { ageSessions, aPerson, type KnownPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { justSignedIn } from "../support/signed-in.ts";
import { type Forgery, optionsOf, SoftPasskey } from "../support/soft-passkey.ts";
import { firstStep, isSignedIn, withApp } from "../support/two-steps.ts";
import { type Page, Visitor } from "../support/visitor.ts";

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

const visit = () => new Visitor(server.origin);
const passkeysOf = ({ user }: KnownPerson) => seed.storage.committed.passkeys.list(user.id);

/** Registers a passkey on the account's page. */
async function register(home: Visitor, passkey: SoftPasskey, forgery: Forgery = {}): Promise<Page> {
  const page = await home.get("/account/security/passkey");
  return home.post(page, { credential: passkey.create(optionsOf(page), forgery), name: "Kunci" });
}

async function owner(): Promise<{ person: KnownPerson; home: Visitor; passkey: SoftPasskey }> {
  const person = await aPerson(seed);
  const home = await justSignedIn(seed, person.user);
  const passkey = new SoftPasskey(server.origin);
  const done = await register(home, passkey);
  expect(done.headers.get("location")).toBe("/account/security?status=passkey_added");
  return { person, home, passkey };
}

async function enter(passkey: SoftPasskey, forgery: Forgery = {}, visitor = visit()): Promise<Page> {
  const page = await visitor.get("/login?account=new");
  return visitor.post(page, { credential: passkey.get(optionsOf(page), forgery) });
}

const forged: readonly (readonly [string, Forgery])[] = [
  ["of another origin", { origin: "https://evil.example" }],
  ["of this host on another port", { origin: "http://localhost:1" }],
  ["of another RP ID", { rpId: "evil.example" }],
  ["of the other ceremony", { type: "webauthn.create" }],
  ["for a challenge that is not ours", { challenge: "AAAA" }],
  ["of a device that did not recognise its person", { userVerified: false }],
  ["for another account", { userHandle: "AAAA" }],
  ["for no account", { userHandle: null }],
  ["with a wrong signature", { signature: "MEUCIQ" }],
];

describe("signing in by passkey", () => {
  it("opens its account, in which it is shown as used", async () => {
    const { person, passkey } = await owner();
    const visitor = visit();
    const answer = await enter(passkey, {}, visitor);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/account"]);
    expect(await isSignedIn(visitor)).toBe(true);
    const [kept] = await passkeysOf(person);
    expect(kept?.lastUsedAt).toBeGreaterThan(Date.now() - 60_000);
  });

  it.each(forged)("refuses an answer %s", async (_, forgery) => {
    const { passkey } = await owner();
    const answer = await enter(passkey, forgery);
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    expect(answer.text).toContain("This passkey was not accepted.");
  });

  it.each([
    "",
    "{",
    "null",
    '{"id":"x"}',
    "[]",
    `{"id":"${"A".repeat(20_000)}"}`,
    "<script>alert(1)</script>",
  ])("refuses %j without reflecting it", async (credential) => {
    const visitor = visit();
    const answer = await visitor.post(await visitor.get("/login"), { credential });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain("alert(1)");
  });

  it("refuses a passkey that nobody registered, as it refuses a forged one", async () => {
    const answer = await enter(new SoftPasskey(server.origin));
    expect([answer.status, answer.text.includes("This passkey was not accepted.")]).toEqual([400, true]);
  });

  it("takes each challenge once, in the browser it was made for, from any number of requests", async () => {
    const { passkey } = await owner();
    const visitor = visit();
    const page = await visitor.get("/login?account=new");
    const credential = passkey.get(optionsOf(page));
    const other = visit();
    const theirs = await other.get("/login");
    expect((await other.post(theirs, { credential })).status).toBe(400);
    const answers = await Promise.all(Array.from({ length: 5 }, () => visitor.post(page, { credential })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await visitor.post(page, { credential })).status).toBe(400);
  });

  it("takes no challenge that was made for something else", async () => {
    const { passkey, home } = await owner();
    const registration = await home.get("/account/security/passkey");
    const login = await home.get("/login?account=new");
    const answer = await home.post(login, { credential: passkey.get(optionsOf(registration)) });
    expect(answer.status).toBe(400);
  });

  it("refuses a counter that did not grow", async () => {
    const { passkey } = await owner();
    for (const [counter, status] of [
      [5, 303],
      [5, 400],
      [4, 400],
      [0, 400],
      [6, 303],
    ] as const) {
      expect((await enter(passkey, { counter })).status).toBe(status);
    }
  });

  it("refuses a disabled person", async () => {
    const { person, passkey } = await owner();
    await seed.storage.write(({ users }) => users.setStatus(person.user.id, "disabled"));
    const answer = await enter(passkey);
    await provoked("api", "permission_denied", "user_disabled", answer.response);
  });

  it("asks nobody for a second step", async () => {
    const siti = await withApp(seed);
    const passkey = new SoftPasskey(server.origin);
    await register(siti.home, passkey);
    expect((await enter(passkey)).headers.get("location")).toBe("/account");
  });
});

describe("a passkey as second step", () => {
  it("need not recognise its person, but has to be of the account", async () => {
    const siti = await withApp(seed);
    const own = new SoftPasskey(server.origin);
    await register(siti.home, own);
    const stranger = (await owner()).passkey;
    const visitor = visit();
    const page = await firstStep(visitor, siti.person);
    const options = optionsOf(page);
    expect((await visitor.post(page, { credential: stranger.get(options) })).status).toBe(400);
    const right = own.get(options, { userVerified: false, userHandle: null });
    expect((await visitor.post(page, { credential: right })).status).toBe(303);
  });

  it("still works when codes are exhausted", async () => {
    const limited = await startServer();
    const own = await ApiSeed.open(limited);
    const siti = await withApp(own);
    const passkey = new SoftPasskey(limited.origin);
    await register(siti.home, passkey);
    const first = await firstStep(new Visitor(limited.origin), siti.person);
    expect(first.status).toBe(200);
    const visitor = new Visitor(limited.origin);
    const page = await firstStep(visitor, siti.person);
    for (let n = 0; n < 10; n++) await visitor.post(page, { code: siti.app.wrong() });
    const other = new Visitor(limited.origin);
    const again = await firstStep(other, siti.person);
    expect((await other.post(again, { code: await siti.app.next() })).status).toBe(429);
    expect((await other.post(again, { credential: passkey.get(optionsOf(again)) })).status).toBe(303);
    await own.storage.close();
    await limited.stop();
  });
});

describe("registering a passkey", () => {
  it.each([
    ...forged.filter(
      ([, { userHandle, signature, type }]) => userHandle === undefined && !signature && !type,
    ),
    ["of the other ceremony", { type: "webauthn.get" }],
    ["with a certificate that we did not ask for", { certificate: true }],
  ] as const)("refuses an answer %s", async (_, forgery) => {
    const person = await aPerson(seed);
    const home = visit();
    await signInAs(home, person);
    const answer = await register(home, new SoftPasskey(server.origin), forgery);
    expect([answer.status, await passkeysOf(person)]).toEqual([400, []]);
  });

  it("takes no passkey twice, and none of another account", async () => {
    const { home, person, passkey } = await owner();
    expect((await register(home, passkey)).text).toContain("This passkey is registered already.");
    const thief = await aPerson(seed);
    const visitor = visit();
    await signInAs(visitor, thief);
    expect((await register(visitor, passkey)).status).toBe(400);
    expect([(await passkeysOf(person)).length, (await passkeysOf(thief)).length]).toEqual([1, 0]);
  });

  it("keeps twenty for an account", async () => {
    const { home, person } = await owner();
    for (let n = 1; n < 20; n++) await register(home, new SoftPasskey(server.origin));
    const answer = await register(home, new SoftPasskey(server.origin));
    expect([answer.status, answer.text.includes("as many passkeys as we keep")]).toEqual([400, true]);
    expect(await passkeysOf(person)).toHaveLength(20);
  });

  it("changes and removes only one's own", async () => {
    const { person } = await owner();
    const [theirs] = await passkeysOf(person);
    const { home } = await owner();
    const page = await home.get("/account/security");
    for (const act of ["rename", "remove"]) {
      const answer = await home.post(page, { passkey: theirs?.id ?? "", name: "Mine" }, ["act", act]);
      expect(answer.headers.get("location")).toBe("/account/security?status=stale");
    }
    expect(await passkeysOf(person)).toEqual([theirs]);
  });
});

it("A passkey as fresh proof has to recognise its person, and changes the session cookie", async () => {
  const { person, home, passkey } = await owner();
  await ageSessions(seed, person.user, 3_600_000);
  const page = await home.get("/account/confirm?next=security");
  const weak = passkey.get(optionsOf(page), { userVerified: false });
  const refused = await home.post(page, { credential: weak });
  expect([refused.status, refused.text.includes("This passkey was not accepted.")]).toEqual([400, true]);
  const before = home.cookies.get("mbid_session");
  const done = await home.post(refused, { credential: passkey.get(optionsOf(refused)) });
  expect(done.headers.get("location")).toBe("/account/security");
  expect(home.cookies.get("mbid_session")).not.toBe(before);
});
