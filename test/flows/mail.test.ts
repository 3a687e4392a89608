import { afterAll, expect, it, vi } from "vitest";
import { freePort } from "../support/free-port.ts";
import { type MailServer, startMailServer, type Verdict } from "../support/mail-server.ts";
import { aNewcomer, beginRegistration, outbox } from "../support/outbox.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

const from = "Mubarokah ID <no-reply@id.example.com>";
const started: { stop(): Promise<unknown> }[] = [];
afterAll(async () => {
  for (const one of started.splice(0).reverse()) await one.stop();
});

async function start(verdict?: Verdict): Promise<{ server: TestServer; mails: MailServer }> {
  const mails = await startMailServer(verdict);
  const server = await startServer({ env: { MAIL_URL: mails.url, MAIL_FROM: from, LOG_LEVEL: "info" } });
  started.push(mails, server);
  return { server, mails };
}

interface Row {
  readonly sealed: string | null;
  readonly sent_at: number | null;
  readonly failed_at: number | null;
  readonly attempts: number;
  readonly next_attempt_at: number;
}

async function row(server: TestServer): Promise<Row> {
  const found = await server.database.sql("select * from messages");
  expect(found).toHaveLength(1);
  return found[0] as unknown as Row;
}

/** As if the pause before the next attempt were over. */
async function makeDue(server: TestServer): Promise<void> {
  await server.database.sql("update messages set next_attempt_at = 0");
}

const soon = { timeout: 8000, interval: 25 };

it("goes to the mail server at once, as plain text with nothing but our own header fields", async () => {
  const { server, mails } = await start();
  const person = aNewcomer({ name: "Sītī Nūr" });
  const visitor = new Visitor(server.origin);
  const begun = performance.now();
  const page = await beginRegistration(visitor, person);
  await vi.waitFor(() => expect(mails.received).toHaveLength(1), soon);
  expect(performance.now() - begun).toBeLessThan(5000);
  const [mail] = mails.received;
  if (!mail) throw new Error("No mail");
  expect(mail.from).toBe("no-reply@id.example.com");
  expect(mail.to).toEqual([person.email]);
  expect(mail.headers.get("from")).toBe(from);
  expect(mail.headers.get("to")).toBe(person.email);
  expect(mail.headers.get("subject")).toBe("Confirm your e-mail address");
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail.headers.get("message-id")).toMatch(/^<[0-9a-z]{26}@id\.example\.com>$/);
  expect(mail.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(new Set(mail.headerNames.map((name) => name.toLowerCase())).size).toBe(mail.headerNames.length);
  expect(mail.headers.has("bcc") || mail.headers.has("cc")).toBe(false);
  const code = /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? "";
  expect(mail.text).toMatch(/^Hello Sītī Nūr,\n\nyou are opening an account with Mubarokah ID\./);
  expect(mail.text).toContain(`\n\n${server.origin}/register/confirm?token=mbid_ch_`);
  expect((await visitor.post(page, { code })).headers.get("location")).toBe("/account");
});

it.concurrent("is erased once it is delivered, and neither database nor log ever have what it says", async () => {
  const { server, mails } = await start();
  const person = aNewcomer();
  await beginRegistration(new Visitor(server.origin), person);
  await vi.waitFor(async () => expect((await row(server)).sent_at).not.toBeNull(), soon);
  expect((await row(server)).sealed).toBeNull();
  expect(await outbox(server)).toEqual([]);
  const text = mails.received[0]?.text ?? "";
  const [token = "", code = ""] = [/token=(\S+)/.exec(text)?.[1], /^ {4}(\d{6})$/m.exec(text)?.[1]];
  expect([token.length, code.length]).toEqual([84, 6]);
  const kept = (await server.database.contents()) + server.log();
  expect(kept).toContain(person.email);
  expect(kept).not.toContain(token.slice(34, 77));
  expect(kept).not.toContain("Hello Siti");
  expect(server.log()).not.toContain(person.email);
  expect(server.log()).not.toContain(code);
});

it.concurrent("is tried again after a refusal for now", async () => {
  const { server, mails } = await start((_, attempt) => (attempt === 1 ? 451 : 250));
  const person = aNewcomer();
  await beginRegistration(new Visitor(server.origin), person);
  await vi.waitFor(() => expect(server.log()).toContain("mail not sent yet"), soon);
  await vi.waitFor(
    async () => expect((await row(server)).next_attempt_at).toBeLessThan(Date.now() + 60_000),
    soon,
  );
  expect(await row(server)).toMatchObject({ attempts: 1, sent_at: null, failed_at: null });
  expect((await row(server)).next_attempt_at).toBeGreaterThan(Date.now() + 20_000);
  await makeDue(server);
  await vi.waitFor(() => expect(mails.received).toHaveLength(1), soon);
  await vi.waitFor(async () => expect(await row(server)).toMatchObject({ attempts: 2, sealed: null }), soon);
  expect(mails.attempts).toEqual([person.email, person.email]);
  expect(server.log()).not.toContain(person.email);
});

it.concurrent("is given up and erased after a refusal for good", async () => {
  const { server, mails } = await start(() => 550);
  const person = aNewcomer();
  const page = await beginRegistration(new Visitor(server.origin), person);
  expect(page.url.pathname).toBe("/register/verify");
  await vi.waitFor(async () => expect((await row(server)).failed_at).not.toBeNull(), soon);
  expect(await row(server)).toMatchObject({ attempts: 1, sealed: null, sent_at: null });
  await vi.waitFor(() => expect(server.log()).toContain('"status":550'), soon);
  await makeDue(server);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect([mails.attempts.length, mails.received.length]).toEqual([1, 0]);
});

it.concurrent("waits while the mail server is away, and the person gets the same page", async () => {
  const url = `smtp://127.0.0.1:${await freePort()}`;
  const server = await startServer({ env: { MAIL_URL: url, MAIL_FROM: from, LOG_LEVEL: "info" } });
  started.push(server);
  const page = await beginRegistration(new Visitor(server.origin), aNewcomer());
  expect([page.status, page.url.pathname]).toEqual([200, "/register/verify"]);
  await vi.waitFor(() => expect(server.log()).toContain("mail not sent yet"), soon);
  expect((await row(server)).sealed).not.toBeNull();
  expect((await fetch(`${server.origin}/livez`)).status).toBe(200);
});

it.concurrent("without a mail server waits readable in the outbox, as JSON and as a page", async () => {
  const server = await startServer();
  started.push(server);
  const [first, second] = [aNewcomer({ name: "</pre><script>alert(1)</script>" }), aNewcomer()];
  for (const person of [first, second]) await beginRegistration(new Visitor(server.origin), person);
  const entries = await outbox(server);
  expect(entries.map(({ to }) => to)).toEqual([second.email, first.email]);
  for (const entry of entries) {
    expect(Object.keys(entry)).toEqual(["id", "at", "channel", "to", "subject", "text", "code", "link"]);
    expect(entry.channel).toBe("mail");
    expect(Math.abs(Date.now() - Date.parse(entry.at))).toBeLessThan(60_000);
  }
  await vi.waitFor(async () => {
    const sent = await server.database.sql("select id from messages where sent_at is not null");
    expect(sent).toHaveLength(2);
  }, soon);
  expect(await outbox(server)).toEqual(entries);
  const page = await new Visitor(server.origin).get("/dev/outbox");
  expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  for (const { link = "" } of entries) expect(page.text).toContain(`<a href="${link}">`);
  expect(page.text).not.toContain("<script>alert");
});
