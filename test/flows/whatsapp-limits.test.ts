import { describe, expect, it } from "vitest";
import { codeAttempts } from "../../src/identity/one-time-code.ts";
import { defaultLimits } from "../../src/identity/rate-limit.ts";
import { ApiSeed, startSeeded } from "../support/api-seed.ts";
import { aNewcomer, mailsTo } from "../support/outbox.ts";
import { aPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";
import {
  aNumber,
  askForCode,
  beginByWriting,
  callWebhook,
  codeTo,
  inbound,
  isSignedIn,
  messagesTo,
  webhookEnv,
} from "../support/whatsapp.ts";

let server: TestServer;
let seed: ApiSeed;
startSeeded({ env: { TRUST_PROXY: "127.0.0.1", ...webhookEnv } }, (opened) => {
  seed = opened;
  server = opened.server;
});

let addresses = 0;
/** A browser at an address that nobody used before. */
function elsewhere(at: TestServer = server): Visitor {
  addresses += 1;
  const address = `198.51.${addresses >> 8}.${addresses & 255}`;
  return new Visitor(at.origin, { headers: { "X-Forwarded-For": address } });
}

async function anOwner(storage: ApiSeed = seed): Promise<string> {
  const phoneNumber = aNumber();
  await storage.user({ email: null, phoneNumber });
  return phoneNumber;
}

async function register(visitor: Visitor, number: string): Promise<Page> {
  return visitor.post(await visitor.get("/register"), { name: "Siti", phone_number: number });
}

const refused = (page: Page) => provoked("api", "rate_limit_exceeded", "codes_rate_limited", page.response);

describe("codes to one number", () => {
  it("are three in a quarter of an hour, whichever way and wherever they are asked for", async () => {
    for (const number of [await anOwner(), aNumber()]) {
      expect((await askForCode(elsewhere(), number)).status).toBe(303);
      expect((await register(elsewhere(), number)).status).toBe(303);
      expect((await askForCode(elsewhere(), number)).status).toBe(303);
      for (const page of [await askForCode(elsewhere(), number), await register(elsewhere(), number)]) {
        await refused(page);
        expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(800);
        expect(page.headers.get("x-ratelimit-limit")).toBe("3");
        expect(page.text).toContain("Write to us by WhatsApp");
      }
    }
  });

  it("are at most ten a day", async () => {
    const env = { TRUST_PROXY: "127.0.0.1", RATE_LIMITS: "on,code_by_recipient=0" };
    const other = await startServer({ env });
    try {
      const number = aNumber();
      for (let i = 0; i < 10; i++) expect((await askForCode(elsewhere(other), number)).status).toBe(303);
      const page = await askForCode(elsewhere(other), number);
      await refused(page);
      expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(86_000);
    } finally {
      await other.stop();
    }
  });

  it("are counted by themselves in a browser that signed in before: a stranger cannot use them up", async () => {
    const number = await anOwner();
    const mine = elsewhere();
    const page = await mine.follow(await askForCode(mine, number));
    expect(isSignedIn(await mine.post(page, { code: await codeTo(server, number) }))).toBe(true);
    for (let i = 0; i < 2; i++) await askForCode(elsewhere(), number);
    await refused(await askForCode(elsewhere(), number));
    mine.cookies.delete("mbid_session");
    const again = await mine.follow(await askForCode(mine, number));
    expect(isSignedIn(await mine.post(again, { code: await codeTo(server, number) }))).toBe(true);
    for (let i = 0; i < 2; i++)
      expect((await askForCode(mine, number, "/login?account=new")).status).toBe(303);
    await refused(await askForCode(mine, number, "/login?account=new"));
  });

  it("are never used up for whoever writes from the number: nobody is locked out", async () => {
    const number = await anOwner();
    for (let i = 0; i < 3; i++) await askForCode(elsewhere(), number);
    const mine = elsewhere();
    const page = await askForCode(mine, number);
    await refused(page);
    const waiting = await beginByWriting(mine, page);
    expect((await callWebhook(server, inbound(number, waiting.text))).status).toBe(200);
    const answer = await mine.post(waiting.page, { code: await codeTo(server, number) });
    expect(isSignedIn(answer)).toBe(true);
  });
});

it("codes to an e-mail address are ten a day too: registration gives no more guesses than that", async () => {
  const limits = "on,mail_by_address=0,mail_by_ip=0,registration_by_ip=0,code_by_recipient=0";
  const other = await startServer({ env: { TRUST_PROXY: "127.0.0.1", RATE_LIMITS: limits } });
  try {
    const person = aNewcomer();
    const begin = async () => {
      const visitor = elsewhere(other);
      return visitor.post(await visitor.get("/register"), { ...person });
    };
    for (let i = 0; i < 10; i++) expect((await begin()).status).toBe(303);
    const page = await begin();
    await refused(page);
    expect(page.text).toContain('name="phone_number"');
    // Strangers have used up their codes to this address, not those of who gives its password.
    const storage = await ApiSeed.open(other);
    const known = await aPerson(storage, { email: person.email });
    const factor = { kind: "email", sealed: null, createdAt: Date.now() } as const;
    await storage.storage.write(({ factors }) => factors.put(known.user.id, factor, Date.now()));
    await storage.storage.close();
    const before = (await mailsTo(other, person.email)).length;
    const visitor = elsewhere(other);
    const asked = await visitor.follow(await signInAs(visitor, known));
    expect(asked.url.pathname).toBe("/login/verify");
    expect(await mailsTo(other, person.email)).toHaveLength(before + 1);
  } finally {
    await other.stop();
  }
});

describe("codes from one address of the network", () => {
  it("are ten in a quarter of an hour; known browsers behind it, and writing first, go on", async () => {
    const headers = { "X-Forwarded-For": "203.0.113.77" };
    const behindNat = () => new Visitor(server.origin, { headers });
    const [mine, others] = [behindNat(), behindNat()];
    const number = await anOwner();
    const page = await mine.follow(await askForCode(mine, number));
    await mine.post(page, { code: await codeTo(server, number) });
    for (let i = 0; i < 9; i++) expect((await askForCode(others, aNumber())).status).toBe(303);
    const shut = await askForCode(others, aNumber());
    await refused(shut);
    mine.cookies.delete("mbid_session");
    expect((await askForCode(mine, number)).status).toBe(303);
    const stranger = behindNat();
    const newcomer = aNumber();
    const waiting = await beginByWriting(stranger, await askForCode(stranger, newcomer));
    await callWebhook(server, inbound(newcomer, waiting.text));
    const named = await stranger.submit(waiting.page, { code: await codeTo(server, newcomer) });
    expect(isSignedIn(await stranger.post(named, { name: "Siti Aminah" }))).toBe(true);
  });
});

describe("the budget of messages", () => {
  it("ends the messages to new numbers first, for everybody alike, and costs nothing where none is sent", async () => {
    const limits = "on,registration_by_ip=0,whatsapp_to_new_numbers=2,whatsapp_to_known_numbers=2";
    const env = { TRUST_PROXY: "127.0.0.1", RATE_LIMITS: limits, ...webhookEnv };
    const other = await startServer({ env });
    const storage = await ApiSeed.open(other);
    const spent = (page: Page) =>
      provoked("api", "service_unavailable", "whatsapp_budget_used", page.response);
    try {
      for (let i = 0; i < 6; i++) expect((await askForCode(elsewhere(other), aNumber())).status).toBe(303);
      for (let i = 0; i < 2; i++) expect((await register(elsewhere(other), aNumber())).status).toBe(303);
      const known = await anOwner(storage);
      for (const number of [aNumber(), known]) {
        const page = await register(elsewhere(other), number);
        await spent(page);
        expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(86_000);
        expect(page.text).toContain('name="email"');
        expect(page.text).toContain("Write to us by WhatsApp");
      }
      // Whoever has an account still gets in.
      for (let i = 0; i < 2; i++)
        expect((await askForCode(elsewhere(other), await anOwner(storage))).status).toBe(303);
      for (const number of [known, aNumber()]) await spent(await askForCode(elsewhere(other), number));
      // What was refused has used up no code of the number.
      expect(await messagesTo(other, known)).toEqual([]);
    } finally {
      await storage.storage.close();
      await other.stop();
    }
  });
});

/*
 * Why guessing does not pay: a code is one of 1,000,000 and bears `codeAttempts` guesses, in the browser that asked for it
 * and nowhere else. Everybody who never signed in to an account together gets at most `code_by_recipient_and_day` codes
 * for its number in one window of a day, whichever page they ask on; two windows can touch, so that 24 hours see at most
 * twice as many. A browser that signed in before has its own codes, and so has who writes from the number: a guesser
 * is neither. No guess counts against the account or an address, so that nobody is locked out by somebody else's guesses.
 */
describe("guessing", () => {
  const codes = defaultLimits.code_by_recipient_and_day.count;
  const chance = (guesses: number) => 1 - (1 - codeAttempts / 1_000_000) ** (guesses / codeAttempts);

  it("succeeds with a chance below one in ten thousand for each account and day", () => {
    expect(chance(codes * codeAttempts)).toBeLessThan(0.51e-4);
    expect(chance(2 * codes * codeAttempts)).toBeLessThan(1e-4);
  });

  it("gets no more guesses than that over every page together, from any number of browsers and addresses", async () => {
    const env = { TRUST_PROXY: "127.0.0.1", RATE_LIMITS: "on,code_by_recipient=0", ...webhookEnv };
    const other = await startServer({ env });
    const storage = await ApiSeed.open(other);
    try {
      const number = await anOwner(storage);
      let guesses = 0;
      for (let i = 0; i < 2 * codes; i++) {
        const guesser = elsewhere(other);
        const begun = i % 2 === 0 ? await askForCode(guesser, number) : await register(guesser, number);
        if (begun.status !== 303) continue;
        const page = await guesser.follow(begun);
        const answers = await Promise.all(
          Array.from({ length: 12 }, (_, n) => guesser.post(page, { code: `99999${n % 10}` })),
        );
        guesses += answers.filter(({ text }) => text.includes("This is not the code")).length;
      }
      const [row] = await other.database.sql(
        "select sum(attempts) as looked_at, count(*) as codes from challenges where address = ?",
        number,
      );
      expect({ codes: Number(row?.["codes"]), lookedAt: Number(row?.["looked_at"]) }).toEqual({
        codes,
        lookedAt: codes * codeAttempts,
      });
      expect(guesses).toBeLessThanOrEqual(codes * codeAttempts);
      // All that guessing keeps the owner out of nothing: they write to us and are in.
      const owner = elsewhere(other);
      const waiting = await beginByWriting(owner, await askForCode(owner, number));
      await callWebhook(other, inbound(number, waiting.text));
      expect(isSignedIn(await owner.post(waiting.page, { code: await codeTo(other, number) }))).toBe(true);
    } finally {
      await storage.storage.close();
      await other.stop();
    }
  });
});
