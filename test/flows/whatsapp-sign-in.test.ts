import { describe, expect, it } from "vitest";
import { type ApiSeed, startSeeded } from "../support/api-seed.ts";
import { Application } from "../support/application.ts";
import { ageChallenges } from "../support/outbox.ts";
import { provoked } from "../support/provoked.ts";
import type { TestServer } from "../support/server.ts";
import { unchanging } from "../support/unchanging.ts";
import { type Page, Visitor } from "../support/visitor.ts";
import {
  aNumber,
  askForCode,
  codeTo,
  isSignedIn,
  messagesTo,
  otherCode,
  waitForCode,
} from "../support/whatsapp.ts";

let server: TestServer;
let seed: ApiSeed;
startSeeded({ env: { RATE_LIMITS: "off" } }, (opened) => {
  seed = opened;
  server = opened.server;
});

const visit = () => new Visitor(server.origin);
const minute = 60_000;

/** The number of somebody who has nothing else to sign in with. */
async function anOwner(change: Parameters<ApiSeed["user"]>[0] = {}): Promise<string> {
  const phoneNumber = aNumber();
  await seed.user({ email: null, emailVerifiedAt: null, phoneNumber, ...change });
  return phoneNumber;
}

describe("signing in with a number alone", () => {
  it("takes the code from the message", async () => {
    const number = await anOwner();
    const visitor = visit();
    const page = await waitForCode(visitor, number);
    expect(page.url.pathname).toBe("/login/code");
    const readable = new RegExp(`\\+62\\s812[\\s-]${number.slice(6, 10)}[\\s-]${number.slice(10)}`);
    expect(page.text).toMatch(readable);
    const [message] = await messagesTo(server, number);
    expect(message).toMatchObject({ channel: "whatsapp", to: number, subject: "Your code" });
    expect(message?.code).toMatch(/^\d{6}$/);
    expect(message?.text).toContain(message?.code);
    const answer = await visitor.post(page, { code: message?.code ?? "" });
    expect([answer.status, answer.headers.get("location"), isSignedIn(answer)]).toEqual([
      303,
      "/account",
      true,
    ]);
    expect((await visitor.get("/account")).text).toContain(number);
  });

  it.each([
    ["as people write it", (number: string) => `0${number.slice(3)}`],
    [
      "with blanks and dashes",
      (number: string) => `0${number.slice(3, 6)} ${number.slice(6, 10)}-${number.slice(10)}`,
    ],
    ["with the country's code", (number: string) => `62 ${number.slice(3)}`],
    ["whole", (number: string) => number],
  ])("finds the number %s", async (_, written) => {
    const number = await anOwner();
    await waitForCode(visit(), written(number));
    expect(await messagesTo(server, number)).toHaveLength(1);
  });

  it("is also meant by a number without a password", async () => {
    const number = await anOwner();
    const visitor = visit();
    const page = await visitor.submit(await visitor.get("/login"), { identifier: number, password: "" });
    expect(page.url.pathname).toBe("/login/code");
    expect(isSignedIn(await visitor.post(page, { code: await codeTo(server, number) }))).toBe(true);
  });

  it("writes in the reader's language", async () => {
    const number = await anOwner();
    const visitor = new Visitor(server.origin, { headers: { "Accept-Language": "id" } });
    expect((await waitForCode(visitor, number)).text).toContain("Ketik kodenya");
    expect((await messagesTo(server, number))[0]?.text).toContain("adalah kode Anda");
  });

  it("asks for a number where none was given", async () => {
    for (const identifier of ["", "siti@example.com", "siti.aminah", "0812", "<script>alert(1)</script>"]) {
      const answer = await askForCode(visit(), identifier);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("Please give a whole phone number");
      expect(answer.text).not.toContain("<script>alert");
    }
  });
});

describe("a code", () => {
  it("counts only in the browser that asked", async () => {
    const number = await anOwner();
    const page = await waitForCode(visit(), number);
    const elsewhere = visit();
    const seen = await elsewhere.get(page.url);
    const { html } = await provoked("api", "resource_not_found", "code_request_unknown", seen.response);
    // Four digits may also stand in a request id.
    expect(unchanging(html ?? "")).not.toContain(number.slice(6, 10));
    await elsewhere.get("/login");
    const body = new URLSearchParams({ csrf: await csrfOf(elsewhere), code: await codeTo(server, number) });
    const posted = await elsewhere.request(page.url, { method: "POST", body });
    await provoked("api", "resource_not_found", "code_request_unknown", posted.response);
    expect(isSignedIn(posted)).toBe(false);
  });

  it("bears five wrong guesses, one by one or at once", async () => {
    for (const together of [false, true]) {
      const number = await anOwner();
      const visitor = visit();
      const page = await waitForCode(visitor, number);
      const code = await codeTo(server, number);
      const guess = (distance: number) => visitor.post(page, { code: otherCode(code, distance) });
      const answers: Page[] = together ? await Promise.all([1, 2, 3, 4, 5].map(guess)) : [];
      for (const distance of together ? [] : [1, 2, 3, 4, 5]) answers.push(await guess(distance));
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
      const right = await visitor.post(page, { code });
      expect([right.status, isSignedIn(right)]).toEqual([400, false]);
      expect(right.text).toContain("does not work any more");
      expect(right.text).toContain('href="/login"');
    }
  });

  it("is not used up by what cannot be one", async () => {
    const number = await anOwner();
    const visitor = visit();
    const page = await waitForCode(visitor, number);
    for (const code of ["", "12345", "abcdef", "1234567", "1".repeat(20_000)])
      expect((await visitor.post(page, { code })).status).toBe(400);
    expect(isSignedIn(await visitor.post(page, { code: await codeTo(server, number) }))).toBe(true);
  });

  it("works once, also of many at once", async () => {
    const number = await anOwner();
    const visitor = visit();
    const page = await waitForCode(visitor, number);
    const code = await codeTo(server, number);
    const answers = await Promise.all(Array.from({ length: 4 }, () => visitor.post(page, { code })));
    expect(answers.filter(isSignedIn)).toHaveLength(1);
  });

  it("is over after ten minutes", async () => {
    const number = await anOwner();
    const visitor = visit();
    const page = await waitForCode(visitor, number);
    await ageChallenges(server, 10 * minute);
    const late = await visitor.post(page, { code: await codeTo(server, number) });
    expect([late.status, isSignedIn(late)]).toEqual([400, false]);
    expect(late.text).toContain("older than ten minutes");
  });

  it("of one request does not fit another, and an earlier one stays good", async () => {
    const number = await anOwner();
    const [mine, theirs] = [visit(), visit()];
    const [page, other] = [await waitForCode(mine, number), await waitForCode(theirs, number)];
    const [second, first] = (await messagesTo(server, number)).map(({ code = "" }) => code);
    if (first !== second) expect(isSignedIn(await theirs.post(other, { code: first ?? "" }))).toBe(false);
    // Somebody else's request does not end mine: nobody can lock me out by asking again and again.
    expect(isSignedIn(await mine.post(page, { code: first ?? "" }))).toBe(true);
  });

  it("comes back with a stale form, and is kept out of database and log", async () => {
    const number = await anOwner();
    const visitor = visit();
    const page = await waitForCode(visitor, number);
    const device = visitor.cookies.get("mbid_device") ?? "";
    const code = await codeTo(server, number);
    const rows = JSON.stringify(await server.database.sql("select * from challenges"));
    expect(rows).not.toContain(code);
    expect(server.log()).not.toContain(number);
    const form = page.forms.find(({ fields }) => fields.has("code"));
    const body = new URLSearchParams({ csrf: "of-another-browser", code });
    visitor.cookies.set("mbid_device", device);
    const stale = await visitor.request(form?.action ?? "", { method: "POST", body });
    expect([stale.status, isSignedIn(stale)]).toEqual([400, false]);
    expect(isSignedIn(await visitor.post(stale, { code }))).toBe(true);
  });
});

it("tells a disabled account only to whoever has the number", async () => {
  const number = await anOwner();
  const visitor = visit();
  const page = await waitForCode(visitor, number);
  await server.database.sql("update users set status = 'disabled' where phone_number = ?", number);
  const answer = await visitor.post(page, { code: await codeTo(server, number) });
  await provoked("api", "permission_denied", "user_disabled", answer.response);
  await waitForCode(visit(), number);
  expect(await messagesTo(server, number)).toHaveLength(1);
});

it("leads through consent back to the application, which learns no e-mail address", async () => {
  const number = await anOwner({ name: "Citra Dewi" });
  const application = await Application.register(server);
  const visitor = visit();
  const page = await waitForCode(visitor, number, application.authorizeUrl());
  expect(page.headers.get("content-security-policy")).toContain("form-action 'self' https:");
  const consent = await visitor.submit(page, { code: await codeTo(server, number) });
  expect(consent.url.pathname).toBe("/consent");
  const redirect = await visitor.submit(consent, {}, ["decision", "approve"]);
  const code = new URL(redirect.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const tokens = (await (await application.redeem(code)).json()) as { access_token: string };
  const user = await (await application.api("/api/user", tokens.access_token)).json();
  expect(user).toMatchObject({ name: "Citra Dewi", email: null });
});

async function csrfOf(visitor: Visitor): Promise<string> {
  const page = await visitor.get("/login");
  return page.forms[0]?.fields.get("csrf") ?? "";
}
