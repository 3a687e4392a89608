import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson, type KnownPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { optionsOf, SoftPasskey } from "../support/soft-passkey.ts";
import { unchanging } from "../support/unchanging.ts";
import { type Page, Visitor } from "../support/visitor.ts";
import { aNumber, codeTo, isSignedIn, waitForCode } from "../support/whatsapp.ts";

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

let addresses = 0;
/** An address nobody used before. */
function freshAddress(): string {
  addresses += 1;
  return `198.51.100.${addresses}`;
}
const from = (address: string) => new Visitor(server.origin, { headers: { "X-Forwarded-For": address } });

async function guess(visitor: Visitor, identifier: string, times: number): Promise<Page[]> {
  const form = await visitor.get("/login?account=new");
  const pages: Page[] = [];
  for (let i = 0; i < times; i++)
    pages.push(await visitor.post(form, { identifier, password: `guess ${i}` }));
  return pages;
}

const statuses = (pages: readonly Page[]) => pages.map(({ status }) => status);

async function mayEnter(visitor: Visitor, person: KnownPerson): Promise<boolean> {
  return (await signInAs(visitor, person, "/login?account=new")).status === 303;
}

describe("wrong passwords", () => {
  it("are five for an account and address; then the page says when to come back", async () => {
    const person = await aPerson(seed);
    const attacker = from(freshAddress());
    const pages = await guess(attacker, person.identifier, 6);
    expect(statuses(pages)).toEqual([400, 400, 400, 400, 400, 429]);
    const [last] = pages.slice(-1);
    if (!last) throw new Error("no page");
    const { html } = await provoked("api", "rate_limit_exceeded", "rate_limited", last.response);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(880);
    expect(Number(last.headers.get("retry-after"))).toBeLessThanOrEqual(900);
    expect(last.headers.get("x-ratelimit-limit")).toBe("5");
    expect(html).toContain("There were too many attempts");
    expect(last.forms[0]?.fields.get("identifier")).toBe(person.identifier);
    expect(await mayEnter(attacker, person)).toBe(false);
  });

  it("count alike for accounts that do not exist", async () => {
    const person = await aPerson(seed);
    const [known, unknown] = await Promise.all([
      guess(from(freshAddress()), person.identifier, 7),
      guess(from(freshAddress()), "nobody-here@example.com", 7),
    ]);
    expect(statuses(known)).toEqual(statuses(unknown));
    const masked = (pages: readonly Page[], identifier: string) =>
      pages.map(({ text }) => unchanging(text.replaceAll(identifier, "IDENTIFIER")));
    expect(masked(known, person.identifier)).toEqual(masked(unknown, "nobody-here@example.com"));
  });

  it("from one address lock nobody out at another", async () => {
    const person = await aPerson(seed);
    await guess(from(freshAddress()), person.identifier, 8);
    expect(await mayEnter(from(freshAddress()), person)).toBe(true);
  });

  it("at the very same address lock no browser out that signed in before", async () => {
    const person = await aPerson(seed);
    const address = freshAddress();
    const own = from(address);
    expect(await mayEnter(own, person)).toBe(true);
    const attacker = from(address);
    await guess(attacker, person.identifier, 6);
    for (let i = 0; i < 20; i++) await guess(attacker, `other${i}@example.com`, 1);
    expect(await mayEnter(attacker, person)).toBe(false);
    expect(await mayEnter(own, person)).toBe(true);
  });

  it("of a known browser have their own count of five, which locks out nobody else", async () => {
    const person = await aPerson(seed);
    const address = freshAddress();
    const stolen = from(address);
    expect(await mayEnter(stolen, person)).toBe(true);
    expect(statuses(await guess(stolen, person.identifier, 6))).toEqual([400, 400, 400, 400, 400, 429]);
    expect(await mayEnter(from(address), person)).toBe(true);
  });

  it("are twenty for an address over all accounts", async () => {
    const address = freshAddress();
    const visitor = from(address);
    const form = await visitor.get("/login");
    const pages: Page[] = [];
    for (let i = 0; i < 21; i++)
      pages.push(await visitor.post(form, { identifier: `spray${i}@example.com`, password: "Spring" }));
    expect(statuses(pages)).toEqual([...Array.from({ length: 20 }, () => 400), 429]);
    expect(pages.at(-1)?.headers.get("x-ratelimit-limit")).toBe("20");
    const person = await aPerson(seed);
    expect(await mayEnter(from(address), person)).toBe(false);
    expect(await mayEnter(from(freshAddress()), person)).toBe(true);
  });

  it("of one person use up the address of a whole carrier for new passwords only: everybody else goes on", async () => {
    const [home, known] = [from(freshAddress()), from(freshAddress())];
    const [withPasskey, before] = [await aPerson(seed), await aPerson(seed)];
    const passkey = new SoftPasskey(server.origin);
    await mayEnter(home, withPasskey);
    const setup = await home.get("/account/security/passkey");
    await home.post(setup, { credential: passkey.create(optionsOf(setup)), name: "Kunci" });
    await mayEnter(known, before);
    const phoneNumber = aNumber();
    await seed.user({ email: null, phoneNumber });

    const carrier = freshAddress();
    for (let i = 0; i < 20; i++) await guess(from(carrier), `nobody${i}@example.com`, 1);
    expect(await mayEnter(from(carrier), withPasskey)).toBe(false);
    const byPasskey = from(carrier);
    const form = await byPasskey.get("/login");
    expect(isSignedIn(await byPasskey.post(form, { credential: passkey.get(optionsOf(form)) }))).toBe(true);
    const byNumber = from(carrier);
    const waiting = await waitForCode(byNumber, phoneNumber);
    const entered = await byNumber.post(waiting, { code: await codeTo(server, phoneNumber) });
    expect(isSignedIn(entered)).toBe(true);
    // The same browser, which now has the carrier's address.
    const moved = from(carrier);
    for (const [name, value] of known.cookies) moved.cookies.set(name, value);
    expect(await mayEnter(moved, before)).toBe(true);
  });

  it("are counted by /64 for IPv6", async () => {
    const person = await aPerson(seed);
    const pages: Page[] = [];
    for (let i = 0; i < 6; i++)
      pages.push(...(await guess(from(`2001:db8:0:7::${i + 1}`), person.identifier, 1)));
    expect(statuses(pages)).toEqual([400, 400, 400, 400, 400, 429]);
    expect(await mayEnter(from("2001:db8:0:8::1"), person)).toBe(true);
  });

  it("cannot be hidden from the count by writing the account otherwise, nor by a forged header", async () => {
    const address = freshAddress();
    const spellings = [
      "08123456111",
      "+628123456111",
      "0812-3456-111",
      "+62 812 3456 111",
      "(0812) 3456111",
      "08123456111",
    ];
    const pages: Page[] = [];
    for (const [i, identifier] of spellings.entries()) {
      const visitor = from(`203.0.113.${i + 1}, ${address}`);
      pages.push(...(await guess(visitor, identifier, 1)));
    }
    expect(statuses(pages)).toEqual([400, 400, 400, 400, 400, 429]);
  });

  it("sent all at once are counted too", async () => {
    const person = await aPerson(seed);
    const visitor = from(freshAddress());
    const form = await visitor.get("/login");
    const pages = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        visitor.post(form, { identifier: person.identifier, password: `guess ${i}` }),
      ),
    );
    expect(pages.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(pages.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it("are the only ones that count", async () => {
    const person = await aPerson(seed);
    const address = freshAddress();
    for (let i = 0; i < 8; i++) expect(await mayEnter(from(address), person)).toBe(true);
    await guess(from(address), person.identifier, 4);
    expect(await mayEnter(from(address), person)).toBe(true);
    expect(statuses(await guess(from(address), person.identifier, 2))).toEqual([400, 429]);
  });
});
