import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ageChallenges,
  aNewcomer,
  beginRegistration,
  mailsTo,
  mailTo,
  registerByCode,
} from "../support/outbox.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
});
afterAll(async () => {
  await server.stop();
});

const visit = () => new Visitor(server.origin);
const hour = 3_600_000;

function signedIn(page: Page): boolean {
  return page.status === 303 && page.headers.get("location") === "/account" && hasSession(page);
}

function hasSession(page: Page): boolean {
  return page.headers.getSetCookie().some((cookie) => cookie.startsWith("mbid_session=mbid_bs_"));
}

describe("registration by code", () => {
  it("opens the account and signs in", async () => {
    const visitor = visit();
    const person = aNewcomer();
    const page = await beginRegistration(visitor, person);
    expect(page.url.pathname).toBe("/register/verify");
    expect(page.text).toContain(person.email);
    const mail = await mailTo(server, person.email);
    expect(mail).toMatchObject({ channel: "mail", subject: "Confirm your e-mail address" });
    expect(mail.code).toMatch(/^\d{6}$/);
    expect(mail.text).toContain(`    ${mail.code}\n`);
    expect(mail.text).toContain(mail.link);
    expect(mail.text).toMatch(/^Hello Siti Aminah,\n/);
    expect(
      signedIn(await visitor.post(page, { code: ` ${mail.code?.slice(0, 3)} ${mail.code?.slice(3)}` })),
    ).toBe(true);
  });

  it.each([
    ["id", "Periksa email Anda", /^Halo Siti Aminah,\n/],
    ["ar", "اقرأ بريدك", /^السلام عليكم \u2068Siti Aminah\u2069،\n/],
  ])(
    "shows pages and writes in the reader's language, and takes the code as its keyboard has it: %s",
    async (locale, title, greeting) => {
      const visitor = new Visitor(server.origin, { headers: { "Accept-Language": locale } });
      const person = aNewcomer();
      const page = await beginRegistration(visitor, person);
      expect(page.text).toContain(title);
      const { text, code = "" } = await mailTo(server, person.email);
      expect(text).toMatch(greeting);
      const typed =
        locale === "ar" ? code.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩".charAt(Number(digit))) : code;
      expect(signedIn(await visitor.post(page, { code: typed }))).toBe(true);
    },
  );

  it("works only in the browser that began", async () => {
    const person = aNewcomer();
    const page = await beginRegistration(visit(), person);
    const elsewhere = await visit().get(page.url);
    const { html } = await provoked("api", "resource_not_found", "code_request_unknown", elsewhere.response);
    expect(html).toContain('href="/register"');
    expect(elsewhere.text).not.toContain(person.email);
  });

  it("ends after five wrong codes, sent one by one or at once", async () => {
    for (const together of [false, true]) {
      const visitor = visit();
      const person = aNewcomer();
      const page = await beginRegistration(visitor, person);
      const { code = "" } = await mailTo(server, person.email);
      const wrong = Array.from({ length: 5 }, (_, i) =>
        String((Number(code) + i + 1) % 1_000_000).padStart(6, "0"),
      );
      const guess = (text: string) => visitor.post(page, { code: text });
      const answers: Page[] = together ? await Promise.all(wrong.map(guess)) : [];
      for (const text of together ? [] : wrong) answers.push(await guess(text));
      for (const answer of answers) expect(answer.status).toBe(400);
      const right = await guess(code);
      expect(right.status).toBe(400);
      expect(right.text).toContain("does not work any more");
      expect(hasSession(right)).toBe(false);
    }
  });

  it("does not count what cannot be a code", async () => {
    const visitor = visit();
    const person = aNewcomer();
    const page = await beginRegistration(visitor, person);
    for (const code of ["", "12345", "abcdef", "1234567", "<script>", "1".repeat(20_000)]) {
      const answer = await visitor.post(page, { code });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain("<script>");
    }
    const { code = "" } = await mailTo(server, person.email);
    expect(signedIn(await visitor.post(page, { code }))).toBe(true);
  });

  it("works once", async () => {
    const visitor = visit();
    const person = aNewcomer();
    const page = await beginRegistration(visitor, person);
    const { code = "" } = await mailTo(server, person.email);
    const answers = await Promise.all(Array.from({ length: 4 }, () => visitor.post(page, { code })));
    expect(answers.filter(signedIn)).toHaveLength(1);
  });

  it("is over after an hour", async () => {
    const visitor = visit();
    const person = aNewcomer();
    const page = await beginRegistration(visitor, person);
    const { code = "" } = await mailTo(server, person.email);
    await ageChallenges(server, hour);
    const late = await visitor.post(page, { code });
    expect([late.status, hasSession(late)]).toEqual([400, false]);
    expect(late.text).toContain("older than an hour");
  });
});

describe("a registration reserves nothing", () => {
  it("and a later one for the same address replaces it", async () => {
    const first = visit();
    const person = aNewcomer();
    const firstPage = await beginRegistration(first, person);
    const firstMail = await mailTo(server, person.email);
    const second = visit();
    const other = aNewcomer({ email: person.email.toUpperCase().replace("EXAMPLE.COM", "example.com") });
    const secondPage = await beginRegistration(second, other);
    const refused = await first.post(firstPage, { code: firstMail.code ?? "" });
    expect([refused.status, hasSession(refused)]).toEqual([400, false]);
    const link = await visit().get(firstMail.link ?? "");
    await provoked("api", "resource_not_found", "link_used", link.response);
    const { code = "" } = await mailTo(server, other.email);
    expect(signedIn(await second.post(secondPage, { code }))).toBe(true);
  });

  it("and a finished one wins over a waiting one", async () => {
    const waiting = visit();
    const person = aNewcomer();
    const page = await beginRegistration(waiting, person);
    const { code = "" } = await mailTo(server, person.email);
    expect(signedIn(await registerByCode(server, visit(), aNewcomer({ email: person.email })))).toBe(true);
    expect((await waiting.post(page, { code })).status).toBe(400);
  });
});

describe("what people type", () => {
  it.each([
    ["name", "", "This cannot be empty."],
    ["name", "Siti\r\nBcc: all@example.com", "characters that cannot be used"],
    ["name", "x".repeat(101), "at most 100 characters"],
    ["email", "siti@example", "whole e-mail address"],
    ["email", "siti@example.com\r\nBcc: all@example.com", "whole e-mail address"],
    ["email", "siti@example.com, all@example.com", "whole e-mail address"],
    ["password", "", "Please choose a password."],
    ["password", "short", "at least 8 characters"],
    ["password", "password123", "most common"],
    ["password", "x".repeat(201), "at most 200 characters"],
  ])("a wrong %s (%j) is explained beside the field and nothing is kept", async (field, value, sentence) => {
    const visitor = visit();
    const person = aNewcomer();
    const before = await mailsTo(server, person.email);
    const answer = await beginRegistration(visitor, { ...person, [field]: value });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain(`id="${field}-problem"`);
    if (field !== "password" && value !== "")
      expect(answer.text).not.toContain("\r\nBcc: all@example.com\r\n");
    expect(answer.text).not.toContain(person.password);
    expect(await mailsTo(server, person.email)).toEqual(before);
  });

  it("is shown escaped, and a name with a link is not mailed to strangers", async () => {
    const visitor = visit();
    const shown = await beginRegistration(
      visitor,
      aNewcomer({ name: '"><script>alert(1)</script>', email: "no" }),
    );
    expect(shown.text).not.toContain("<script>alert(1)");
    const person = aNewcomer({ name: "You won! https://evil.example" });
    await beginRegistration(visitor, person);
    expect((await mailTo(server, person.email)).text).toMatch(/^Hello,\n/);
    expect((await mailTo(server, person.email)).text).not.toContain("evil.example");
  });

  it("comes back in a stale form, but for the password", async () => {
    const visitor = visit();
    const person = aNewcomer();
    const page = await visitor.get("/register");
    visitor.cookies.clear();
    const answer = await visitor.submit(page, { ...person });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(person.email);
    expect(answer.text).not.toContain(person.password);
    expect(await mailsTo(server, person.email)).toEqual([]);
    expect((await visitor.submit(answer, { password: person.password })).url.pathname).toBe(
      "/register/verify",
    );
  });
});

it("is refused from another site's form, and without the form's token", async () => {
  const visitor = visit();
  const page = await visitor.get("/register");
  const fields = { ...Object.fromEntries(page.forms[0]?.fields ?? []), ...aNewcomer() };
  const post = (body: Record<string, string>, headers: Record<string, string> = {}) =>
    visitor.request("/register", { method: "POST", body: new URLSearchParams(body), headers });
  const foreign = await post(fields, { Origin: "https://evil.example" });
  await provoked("api", "permission_denied", "origin_foreign", foreign.response);
  const { csrf: _csrf, ...bare } = fields as Record<string, string>;
  await provoked("api", "permission_denied", "form_token_invalid", (await post(bare)).response);
});

it("builds links from the issuer whatever host is asked for", async () => {
  const visitor = new Visitor(server.origin, {
    headers: {
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "https",
      Forwarded: "host=evil.example",
    },
  });
  const person = aNewcomer();
  await beginRegistration(visitor, person);
  const mail = await mailTo(server, person.email);
  expect(mail.link).toMatch(
    new RegExp(`^${server.origin}/register/confirm\\?token=mbid_ch_[A-Za-z0-9_-]{76}$`),
  );
  expect(mail.text).not.toContain("evil.example");
});
