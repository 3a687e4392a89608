import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { ageChallenges, mailsTo, mailTo } from "../support/outbox.ts";
import { ageSessions, aPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";
import {
  aNumber,
  codeTo,
  isSignedIn,
  messagesTo,
  otherCode,
  signedInByNumber,
  waitForCode,
} from "../support/whatsapp.ts";

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

let people = 0;
function anAddress(): string {
  people += 1;
  return `kontak${people}-${process.pid}@example.com`;
}

const stored = (user: User) => seed.storage.committed.users.find(user.id);

const byNumber = () => signedInByNumber(seed);

/** Somebody with an address and a password, just signed in. */
async function byMail() {
  const person = await aPerson(seed);
  const visitor = new Visitor(server.origin);
  await signInAs(visitor, person);
  return { visitor, ...person };
}

async function want(visitor: Visitor, fields: Record<string, string>): Promise<Page> {
  return visitor.submit(await visitor.get("/account/contacts"), fields);
}

describe("an e-mail address", () => {
  it("is added by who has only a number, with the code that is mailed to it", async () => {
    const { visitor, user, number } = await byNumber();
    const email = anAddress();
    const page = await want(visitor, { email });
    expect(page.url.pathname).toBe("/account/contacts/code");
    expect(page.text).toContain(email);
    expect((await stored(user))?.email).toBeNull();
    const mail = await mailTo(server, email);
    expect(mail.subject).toBe("Your code");
    expect((await visitor.post(page, { code: otherCode(mail.code ?? "") })).status).toBe(400);
    const before = visitor.cookies.get("mbid_session");
    const answer = await visitor.submit(page, { code: mail.code ?? "" });
    expect(answer.text).toContain("Your e-mail address is saved.");
    expect(answer.text).toContain(email);
    expect(visitor.cookies.get("mbid_session")).not.toBe(before);
    expect(await stored(user)).toMatchObject({ email, emailVerifiedAt: expect.any(Number) });
    const told = (await messagesTo(server, number)).find(({ code }) => code === undefined);
    expect(told?.subject).toBe("Your e-mail address was changed");
  });

  it("that is given up takes along what came of an invitation to it, and of no other", async () => {
    const { visitor, user, identifier } = await byMail();
    const test = await seed.client({ test: true });
    const markedSince = await seed.client({ test: true });
    const invite = { clientId: test.id, kind: "email", value: identifier, invitedAt: 1 } as const;
    await seed.storage.write(({ testers }) => testers.invite(invite));
    const tokens: string[] = [];
    for (const client of [test, markedSince, await seed.client()])
      tokens.push((await seed.token({ user, client })).token);
    const statuses = () =>
      Promise.all(tokens.map(async (token) => (await seed.call("/api/user", token)).status));
    expect(await statuses()).toEqual([200, 200, 200]);
    const email = anAddress();
    const page = await want(visitor, { email });
    await visitor.submit(page, { code: (await mailTo(server, email)).code ?? "" });
    expect((await stored(user))?.email).toBe(email);
    expect(await statuses()).toEqual([401, 200, 200]);
    expect(await seed.storage.committed.consents.find(user.id, test.id)).toBeUndefined();
  });

  it("is changed, and the old one is told", async () => {
    const { visitor, user, identifier } = await byMail();
    const email = anAddress();
    const page = await want(visitor, { email });
    await visitor.post(page, { code: (await mailTo(server, email)).code ?? "" });
    expect((await stored(user))?.email).toBe(email);
    const told = await mailTo(server, identifier);
    expect(told.subject).toBe("Your e-mail address was changed");
    expect(told.text).not.toContain(email);
  });

  it("of another account is not told of before it is proven, and not taken away then", async () => {
    const other = await aPerson(seed);
    const { visitor, user, identifier } = await byMail();
    const free = anAddress();
    const [known, unknown] = [
      await want(visitor, { email: other.identifier }),
      await want(visitor, { email: free }),
    ];
    const masked = (page: Page, email: string) =>
      page.text
        .replaceAll(email, "ADDRESS")
        .replaceAll(/[0-9a-z]{26}/g, "ID")
        .replaceAll(/name="csrf" value="[^"]+"/g, "CSRF");
    expect(masked(known, other.identifier)).toBe(masked(unknown, free));
    const { code = "" } = await mailTo(server, other.identifier);
    const answer = await visitor.post(known, { code });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("Another account has this.");
    expect((await stored(user))?.email).toBe(identifier);
    expect((await stored(other.user))?.email).toBe(other.identifier);
  });
});

describe("a WhatsApp number", () => {
  it("is added by who has an address, and signs in from then on", async () => {
    const { visitor, user, identifier } = await byMail();
    const number = aNumber();
    const page = await want(visitor, { phone_number: `0${number.slice(3)}` });
    expect(page.text).toContain("We have sent a code by WhatsApp");
    const answer = await visitor.submit(page, { code: await codeTo(server, number) });
    expect(answer.text).toContain("Your WhatsApp number is saved.");
    expect(await stored(user)).toMatchObject({ phoneNumber: number, email: identifier });
    expect((await mailTo(server, identifier)).subject).toBe("Your WhatsApp number was changed");
    const elsewhere = new Visitor(server.origin);
    const waiting = await waitForCode(elsewhere, number);
    expect(isSignedIn(await elsewhere.post(waiting, { code: await codeTo(server, number) }))).toBe(true);
  });

  it("is changed, and the old one is told; codes go to the new one", async () => {
    const { visitor, user, number } = await byNumber();
    const next = aNumber();
    const page = await want(visitor, { phone_number: next });
    await visitor.post(page, { code: await codeTo(server, next) });
    expect((await stored(user))?.phoneNumber).toBe(next);
    const [told] = await messagesTo(server, number);
    expect(told).toMatchObject({ subject: "Your WhatsApp number was changed" });
    expect(told?.text).not.toContain(next);
    const sent = (await messagesTo(server, number)).length;
    await waitForCode(new Visitor(server.origin), number);
    expect(await messagesTo(server, number)).toHaveLength(sent);
  });

  it("of another account is not taken away", async () => {
    const [mine, other] = [await byNumber(), await byNumber()];
    const page = await want(mine.visitor, { phone_number: other.number });
    const answer = await mine.visitor.post(page, { code: await codeTo(server, other.number) });
    expect(answer.text).toContain("Another account has this.");
    expect((await stored(other.user))?.phoneNumber).toBe(other.number);
    expect((await stored(mine.user))?.phoneNumber).toBe(mine.number);
  });
});

describe("the code of a change", () => {
  it("needs a fresh proof before it is sent", async () => {
    const { visitor, user, password } = await byMail();
    const page = await visitor.get("/account/contacts");
    await ageSessions(seed, user, 6 * 60_000);
    const email = anAddress();
    const asked = await visitor.submit(page, { email });
    expect(asked.url.pathname).toBe("/account/confirm");
    expect(await mailsTo(server, email)).toEqual([]);
    const back = await visitor.submit(asked, { password });
    expect(back.url.pathname).toBe("/account/contacts");
    expect((await visitor.submit(back, { email })).url.pathname).toBe("/account/contacts/code");
  });

  it("counts for this account in this browser, five times, for ten minutes, once", async () => {
    const { visitor, user } = await byMail();
    const email = anAddress();
    const page = await want(visitor, { email });
    const { code = "" } = await mailTo(server, email);
    const other = await byMail();
    const seen = await other.visitor.get(page.url);
    await provoked("api", "resource_not_found", "code_request_unknown", seen.response);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.post(page, { code })));
    const done = answers.filter(({ headers }) => headers.get("location")?.includes("email_changed"));
    expect(done).toHaveLength(1);
    expect((await stored(user))?.email).toBe(email);
    const second = await want(visitor, { email: anAddress() });
    for (let i = 0; i < 5; i++) await visitor.post(second, { code: `00000${i}` });
    expect((await visitor.get(second.url)).text).toContain("does not work any more");
    const third = await want(visitor, { email: anAddress() });
    await ageChallenges(server, 600_000);
    expect((await visitor.post(third, { code: "123456" })).text).toContain("older than ten minutes");
  });

  it.each([
    ["email", "no address", "whole e-mail address"],
    ["email", "a@b.example\r\nBcc: c@d.example", "whole e-mail address"],
    ["phone_number", "0812", "whole phone number"],
    ["phone_number", "<script>", "whole phone number"],
  ])("is not sent for a %s such as %j", async (field, value, sentence) => {
    const { visitor } = await byMail();
    const answer = await want(visitor, { [field]: value });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    expect(answer.text).not.toContain("<script>");
  });

  it("is not sent for what the account has already", async () => {
    const { visitor, identifier } = await byMail();
    expect((await want(visitor, { email: identifier })).text).toContain("your account has already");
    const { visitor: other, number } = await byNumber();
    expect((await want(other, { phone_number: number })).text).toContain("your account has already");
  });
});
