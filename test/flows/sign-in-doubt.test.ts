import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeAttempts } from "../../src/identity/one-time-code.ts";
import { defaultLimits } from "../../src/identity/rate-limit.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { mailsTo, mailTo } from "../support/outbox.ts";
import { aPerson, type KnownPerson, sessionCookie, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { share, timed } from "../support/same-distribution.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { firstStep, isSignedIn, withApp } from "../support/two-steps.ts";
import { unchanging } from "../support/unchanging.ts";
import { type Page, Visitor } from "../support/visitor.ts";
import { aNumber, codeTo, otherCode } from "../support/whatsapp.ts";

/** Fewer than the server's own (`guessing.test.ts` has those): each costs a hash. */
const byName = { count: 3 };
const { password_by_device_and_day: byDevice } = defaultLimits;

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  const off = ["password_by_account_and_device", "code_by_recipient", "code_by_recipient_and_day"];
  const limits = `on,password_by_name_and_day=${byName.count},${off.map((name) => `${name}=0`).join(",")}`;
  const env = { TRUST_PROXY: "127.0.0.1", RATE_LIMITS: limits };
  server = await startServer({ env });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

let addresses = 0;
/** A browser at an address that nobody used before, as somebody with a botnet would come. */
function elsewhere(): Visitor {
  addresses += 1;
  const address = `198.51.${addresses >> 8}.${addresses & 255}`;
  return new Visitor(server.origin, { headers: { "X-Forwarded-For": address } });
}

/** Wrong passwords, each from an address of its own. */
async function guessed(identifier: string, times: number): Promise<void> {
  const guesses = Array.from({ length: times }, (_, n) =>
    signInAs(elsewhere(), { identifier, password: `guess ${n}` }),
  );
  expect((await Promise.all(guesses)).map(sessionCookie)).toEqual(guesses.map(() => undefined));
}

async function doubted(person: KnownPerson, visitor = elsewhere()): Promise<Page> {
  const answer = await signInAs(visitor, person, "/login?account=new");
  expect([answer.status, sessionCookie(answer)]).toEqual([303, undefined]);
  expect(answer.headers.get("location")).toMatch(/^\/login\/confirm\?request=[0-9a-z]{26}$/);
  return visitor.follow(answer);
}

const codeIn = async (address: string) => (await mailTo(server, address)).code ?? "";

function masked(page: Page, identifier: string): readonly unknown[] {
  const text = unchanging(page.text.replaceAll(identifier, "IDENTIFIER")).replace(
    /request=\w{26}/g,
    "request=",
  );
  const changing = ["date", "x-request-id", "content-length", "set-cookie"];
  return [page.status, text, [...page.headers].filter(([name]) => !changing.includes(name))];
}

describe("after a day's wrong passwords from anywhere", () => {
  it("a right one opens nothing in a new browser before a code to the account's own address", async () => {
    const person = await aPerson(seed);
    await guessed(person.identifier, byName.count);
    const visitor = elsewhere();
    const page = await doubted(person, visitor);
    expect(page.text).toContain("the password alone does not open it here");
    expect(await isSignedIn(visitor)).toBe(false);
    const wrong = await visitor.submit(page, { code: "000000" });
    expect([wrong.status, wrong.text.includes("This is not the code")]).toEqual([400, true]);
    const entered = await visitor.post(page, { code: await codeIn(person.identifier) });
    expect(entered.headers.get("location")).toBe("/account");
    expect(await isSignedIn(visitor)).toBe(true);
  });

  it("who has only a number gets it by WhatsApp, and a second factor is asked for afterwards", async () => {
    const number = aNumber();
    const siti = await withApp(seed, await aPerson(seed, { email: null, phoneNumber: number }));
    await guessed(number, byName.count);
    const visitor = elsewhere();
    const page = await doubted(siti.person, visitor);
    const second = await visitor.submit(page, { code: await codeTo(server, number) });
    expect(second.url.pathname).toBe("/login/verify");
    expect((await visitor.post(second, { code: await siti.app.next() })).headers.get("location")).toBe(
      "/account",
    );
  });

  it("nobody sees whether the password was right, nor whether there is an account", async () => {
    const person = await aPerson(seed);
    const disabled = await aPerson(seed, { status: "disabled" });
    const nobody = { ...person, identifier: "nobody-at-all@example.com" };
    const answers: (readonly unknown[])[] = [];
    for (const one of [person, { ...person, password: "wrong" }, nobody, disabled]) {
      await guessed(one.identifier, byName.count);
      const visitor = elsewhere();
      const page = await doubted(one, visitor);
      const guess = await visitor.submit(page, { code: "000000" });
      answers.push([masked(page, one.identifier), masked(guess, one.identifier)]);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await mailsTo(server, person.identifier)).toHaveLength(1);
    for (const { identifier } of [nobody, disabled]) expect(await mailsTo(server, identifier)).toEqual([]);
  });

  it("nor does time or what is left of the attempts tell it", async () => {
    const person = await aPerson(seed);
    await guessed(person.identifier, byName.count);
    const attempt = (password: string) => async () => {
      await doubted({ ...person, password }, elsewhere());
    };
    const [ones, others] = await timed(16, attempt(person.password), attempt("wrong"));
    expect(share(ones, others)).toBeGreaterThan(0.2);
    expect(share(ones, others)).toBeLessThan(0.8);
    const visitor = elsewhere();
    for (let n = 0; n < 5; n++) await doubted(person, visitor);
    const over = await signInAs(visitor, person);
    await provoked("api", "rate_limit_exceeded", "rate_limited", over.response);
  });

  it("a browser that signed in before needs no code, and other names of the account count by themselves", async () => {
    const username = `siti.${Date.now()}`;
    const person = await aPerson(seed, { username });
    const own = elsewhere();
    await signInAs(own, person);
    await guessed(person.identifier, byName.count + 3);
    expect((await signInAs(own, person, "/login?account=new")).headers.get("location")).toBe("/account");
    // Else a name would tell which address it belongs to.
    const byUsername = await signInAs(elsewhere(), { ...person, identifier: username });
    expect(byUsername.headers.get("location")).toBe("/account");
  });

  it("wrong codes count with those of the second step: beyond ten a day no code is right", async () => {
    const person = await aPerson(seed);
    await guessed(person.identifier, byName.count);
    for (let codes = 0; codes < 2; codes++) {
      const visitor = elsewhere();
      const page = await doubted(person, visitor);
      const { code = "" } = await mailTo(server, person.identifier);
      for (let n = 1; n <= codeAttempts; n++) await visitor.post(page, { code: otherCode(code, n) });
    }
    const visitor = elsewhere();
    const page = await doubted(person, visitor);
    const right = await visitor.submit(page, { code: await codeIn(person.identifier) });
    expect([right.status, right.text.includes("This is not the code")]).toEqual([400, true]);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it("the code is of no use in another browser or after a new password", async () => {
    const person = await aPerson(seed);
    await guessed(person.identifier, byName.count);
    const visitor = elsewhere();
    const page = await doubted(person, visitor);
    const thief = elsewhere();
    await thief.get("/login");
    const foreign = await thief.get(page.url);
    await provoked("api", "resource_not_found", "code_request_unknown", foreign.response);
    const code = await codeIn(person.identifier);
    await seed.storage.write(({ users }) => users.setPassword(person.user.id, "$argon2id$new", Date.now()));
    const late = await visitor.submit(page, { code });
    expect([late.status, late.text.includes("does not work any more")]).toEqual([400, true]);
    expect(await isSignedIn(visitor)).toBe(false);
  });
});

it("a stolen browser has a day's count of its own, which keeps nobody else out", async () => {
  const person = await aPerson(seed);
  const stolen = elsewhere();
  await signInAs(stolen, person);
  const before = await stolen.get("/account/confirm?next=delete_account");
  const form = await stolen.get("/login?account=new");
  for (let n = 0; n < byDevice.count; n++)
    expect((await stolen.post(form, { identifier: person.identifier, password: `no ${n}` })).status).toBe(
      400,
    );
  await doubted(person, stolen);
  const asked = await stolen.get("/account/confirm?next=delete_account");
  expect(asked.forms.some(({ fields }) => fields.has("password"))).toBe(false);
  const refused = await stolen.post(before, { password: person.password });
  await provoked("api", "rate_limit_exceeded", "rate_limited", refused.response);
  const waiting = await stolen.submit(asked, {}, ["send", "email"]);
  const proved = await stolen.post(waiting, { code: await codeIn(person.identifier) });
  expect(proved.headers.get("location")).toBe("/account/delete");
  expect((await firstStep(elsewhere(), person)).url.pathname).toBe("/account");
});
