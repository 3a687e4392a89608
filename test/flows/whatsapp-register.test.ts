import { describe, expect, it } from "vitest";
import { type ApiSeed, startSeeded } from "../support/api-seed.ts";
import { Application } from "../support/application.ts";
import { ageChallenges, mailsTo } from "../support/outbox.ts";
import { signInAs } from "../support/people.ts";
import type { TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";
import {
  aNumber,
  beginByNumber,
  codeTo,
  isSignedIn,
  messagesTo,
  otherCode,
  registerByNumber,
} from "../support/whatsapp.ts";

let server: TestServer;
let seed: ApiSeed;
startSeeded({ env: { RATE_LIMITS: "off" } }, (opened) => {
  seed = opened;
  server = opened.server;
});

const visit = () => new Visitor(server.origin);

describe("opening an account with a number alone", () => {
  it("needs a name, the number and the code from the message", async () => {
    const number = aNumber();
    const visitor = visit();
    const page = await beginByNumber(visitor, { name: "Siti Aminah", phone_number: `0${number.slice(3)}` });
    expect(page.url.pathname).toBe("/register/verify");
    expect(page.status).toBe(200);
    expect(page.text).toContain("We have sent a code by WhatsApp");
    expect((await messagesTo(server, number))[0]?.text).toContain("is your code for Mubarokah ID");
    const answer = await visitor.post(page, { code: await codeTo(server, number) });
    expect([answer.status, answer.headers.get("location"), isSignedIn(answer)]).toEqual([
      303,
      "/account",
      true,
    ]);
    const user = await seed.storage.committed.users.findByPhoneNumber(number);
    const nothing = { email: null, emailVerifiedAt: null, passwordHash: null, username: null };
    expect(user).toMatchObject({ name: "Siti Aminah", phoneNumber: number, status: "active", ...nothing });
  });

  it("leads on to the application, which learns that there is no e-mail address", async () => {
    const application = await Application.register(server);
    const number = aNumber();
    const visitor = visit();
    const signIn = await visitor.get(application.authorizeUrl({ scope: "view-user" }));
    const path = /href="(\/register\?interaction=[0-9a-z]{26})"/.exec(signIn.text)?.[1];
    const consent = await visitor.follow(await registerByNumber(server, visitor, number, path));
    expect(consent.url.pathname).toBe("/consent");
    const redirect = await visitor.submit(consent, {}, ["decision", "approve"]);
    const { searchParams } = new URL(redirect.headers.get("location") ?? "");
    const tokens = await (await application.redeem(searchParams.get("code") ?? "")).json();
    const { access_token } = tokens as { access_token: string };
    const user = await (await application.api("/api/user", access_token)).json();
    expect(user).toEqual({
      id: expect.any(Number),
      name: "Siti Aminah",
      email: null,
      profile_picture: null,
      username: null,
      gender: null,
    });
  });

  it("keeps a password if one was given", async () => {
    const number = aNumber();
    const visitor = visit();
    const password = "kuda baterai staples biru";
    const page = await beginByNumber(visitor, { phone_number: number, password });
    expect(isSignedIn(await visitor.post(page, { code: await codeTo(server, number) }))).toBe(true);
    expect((await signInAs(visit(), { identifier: number, password })).status).toBe(303);
  });

  it("keeps nothing before the number is proven, and nothing after ten minutes", async () => {
    const number = aNumber();
    const visitor = visit();
    const page = await beginByNumber(visitor, { phone_number: number });
    const code = await codeTo(server, number);
    expect(isSignedIn(await visitor.post(page, { code: otherCode(code) }))).toBe(false);
    await ageChallenges(server, 600_000);
    const late = await visitor.post(page, { code });
    expect(late.text).toContain("older than ten minutes");
    expect(await seed.storage.committed.users.findByPhoneNumber(number)).toBeUndefined();
  });

  it("reserves nothing: of two who ask for the same number the one who reads the message gets it", async () => {
    const number = aNumber();
    const [one, two] = [visit(), visit()];
    const first = await beginByNumber(one, { name: "Mallory", phone_number: number });
    const second = await beginByNumber(two, { name: "Siti Aminah", phone_number: number });
    expect(isSignedIn(await two.post(second, { code: await codeTo(server, number) }))).toBe(true);
    expect(isSignedIn(await one.post(first, { code: "000000" }))).toBe(false);
    expect((await seed.storage.committed.users.findByPhoneNumber(number))?.name).toBe("Siti Aminah");
  });
});

it("with a number that has an account signs in to that account, which stays as it is", async () => {
  const number = aNumber();
  const before = await seed.user({ email: null, phoneNumber: number, name: "Budi Santoso" });
  const visitor = visit();
  const page = await beginByNumber(visitor, {
    name: "Mallory",
    phone_number: number,
    password: "a password of somebody else",
  });
  const answer = await visitor.post(page, { code: await codeTo(server, number) });
  expect([answer.headers.get("location"), isSignedIn(answer)]).toEqual(["/account", true]);
  expect(await seed.storage.committed.users.find(before.id)).toEqual(before);
  expect((await visitor.get("/account")).text).toContain("Budi Santoso");
});

it("with a number of a disabled account opens nothing", async () => {
  const number = aNumber();
  await seed.user({ email: null, phoneNumber: number, status: "disabled" });
  const answer = await registerByNumber(server, visit(), number);
  expect([answer.status, isSignedIn(answer)]).toEqual([403, false]);
});

describe("what people type", () => {
  it.each([
    ["name", "", "This cannot be empty."],
    ["phone_number", "", "Please give a whole phone number"],
    ["phone_number", "0812", "Please give a whole phone number"],
    ["phone_number", "+1 555 0100", "Please give a whole phone number"],
    ["phone_number", "+6281234567890\r\nTo: +19005550100", "Please give a whole phone number"],
    ["phone_number", "+6281234567890,+6281234567891", "Please give a whole phone number"],
    ["phone_number", "sip:+6281234567890", "Please give a whole phone number"],
    ["phone_number", "<script>alert(1)</script>", "Please give a whole phone number"],
    ["password", "short", "at least 8 characters"],
  ])("a wrong %s (%j) is explained beside the field and nothing is sent", async (field, value, sentence) => {
    const fields = { name: "Siti", phone_number: aNumber(), way: "whatsapp", password: "" };
    const visitor = visit();
    const answer = await visitor.submit(await visitor.get("/register"), { ...fields, [field]: value });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain(`id="${field}-problem"`);
    expect(answer.text).not.toContain("<script>alert");
    expect(await messagesTo(server, fields.phone_number)).toEqual([]);
  });

  it("decides the way: the field that was filled in, else the one that was chosen", async () => {
    const visitor = visit();
    const form = await visitor.get("/register");
    const post = (fields: Record<string, string>) => visitor.submit(form, { name: "Siti", ...fields });
    const both = { phone_number: aNumber(), email: "dua.jalan@example.com", password: "kuda baterai 7" };
    expect((await post({ ...both, way: "whatsapp" })).text).toContain("by WhatsApp to");
    expect((await post({ ...both, way: "email" })).text).toContain("Read your mail");
    expect(await mailsTo(server, both.email)).toHaveLength(1);
    const onlyMail = { email: "satu.jalan@example.com", password: "kuda baterai 7" };
    expect((await post({ ...onlyMail, way: "whatsapp" })).text).toContain("Read your mail");
    expect((await post({ phone_number: aNumber(), way: "email" })).text).toContain("by WhatsApp to");
    expect((await post({ way: "whatsapp" })).text).toContain('id="phone_number-problem"');
    expect((await post({ way: "email" })).text).toContain('id="email-problem"');
  });

  it("comes back in a stale form", async () => {
    const visitor = visit();
    const page = await visitor.get("/register");
    visitor.cookies.clear();
    const number = aNumber();
    const answer = await visitor.submit(page, { name: "Siti", phone_number: number });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`value="${number}"`);
    expect(await messagesTo(server, number)).toEqual([]);
    expect((await visitor.submit(answer, {})).text).toContain("by WhatsApp to");
  });
});
