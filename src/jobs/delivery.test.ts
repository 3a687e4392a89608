import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type MailServer, startMailServer } from "../../test/support/mail-server.ts";
import { memoryStorage } from "../../test/support/storage.ts";
import { keyRing } from "../protocol/key-ring.ts";
import { rowIds } from "../protocol/row-id.ts";
import type { OpenStorage } from "../storage/sql/open.ts";
import { queueMail } from "../web/mail.ts";
import { queueMessage } from "../web/message.ts";
import { circuitBreaker } from "./circuit-breaker.ts";
import { type DeliveryJob, type DeliveryOptions, deliveryJob } from "./delivery.ts";
import { mailRetries } from "./retry-delay.ts";
import { smtpTransport } from "./smtp.ts";
import type { Attempt } from "./transport.ts";

const from = "id@example.com";
let now = 1_800_000_000_000;
const clock = () => now;
const keys = keyRing([randomBytes(32)], randomBytes);
const site = { keys, clock, ids: rowIds(clock, randomBytes) };
const lines: unknown[] = [];
const log = {
  info: () => {},
  warn: (...line: unknown[]) => lines.push(line),
  error: (...line: unknown[]) => lines.push(line),
};

let storage: OpenStorage;
let mails: MailServer;
let verdict = 250;
let job: DeliveryJob | undefined;

beforeEach(async () => {
  lines.length = 0;
  verdict = 250;
  storage = await memoryStorage();
  mails = await startMailServer(() => verdict);
});
afterEach(async () => {
  await job?.stop();
  await mails.stop();
  await storage.close();
});

function start(change: Partial<DeliveryOptions> = {}): DeliveryJob {
  const transport = smtpTransport(mails.url, from);
  const shared = { storage, keys, clock, log, interval: 3_600_000 };
  job = deliveryJob({ ...shared, channel: "mail", transport, retries: mailRetries, ...change });
  return job;
}

function queue(to: string): Promise<void> {
  return storage.write((repositories) =>
    queueMail(repositories, site, { to, subject: "Salam", text: "Isi" }),
  );
}

const messages = () => storage.committed.messages.list(100);
const soon = { timeout: 5000, interval: 5 };

it("sends everything that waits, and nothing twice", async () => {
  const addresses = Array.from({ length: 13 }, (_, i) => `person${i}@example.com`);
  for (const address of addresses) await queue(address);
  start();
  await vi.waitFor(
    async () => expect((await messages()).every(({ sentAt }) => sentAt === now)).toBe(true),
    soon,
  );
  expect(mails.received).toHaveLength(addresses.length);
  expect(new Set(mails.received.flatMap(({ to }) => to))).toEqual(new Set(addresses));
  expect((await messages()).every(({ sealed }) => sealed === null)).toBe(true);
});

it("two at once share the work", async () => {
  for (let i = 0; i < 12; i++) await queue(`person${i}@example.com`);
  const other = start();
  start();
  await vi.waitFor(
    async () => expect((await messages()).every(({ sentAt }) => sentAt !== null)).toBe(true),
    soon,
  );
  await other.stop();
  expect(mails.received).toHaveLength(12);
});

it("looks at once when poked, and not again once stopped", async () => {
  const { poke, stop } = start();
  await queue("siti@example.com");
  poke();
  await vi.waitFor(() => expect(mails.received).toHaveLength(1), soon);
  await stop();
  await queue("budi@example.com");
  poke();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(mails.received).toHaveLength(1);
});

it("finishes what is under way before it stops", async () => {
  await queue("siti@example.com");
  const { stop } = start();
  await vi.waitFor(() => expect(mails.attempts).toHaveLength(1), soon);
  await stop();
  expect(await messages()).toMatchObject([{ sentAt: now, sealed: null }]);
});

it("gives up after the last attempt", async () => {
  verdict = 421;
  await queue("siti@example.com");
  const { poke } = start();
  for (let attempt = 1; attempt <= mailRetries.attempts; attempt++) {
    await vi.waitFor(async () => {
      const [message] = await messages();
      expect(message?.attempts).toBe(attempt);
      expect((message?.failedAt ?? message?.nextAttemptAt) !== now + 120_000).toBe(true);
    }, soon);
    if (attempt === mailRetries.attempts) break;
    now = (await messages())[0]?.nextAttemptAt ?? now;
    poke();
  }
  await vi.waitFor(
    async () => expect(await messages()).toMatchObject([{ failedAt: now, failure: "late", sealed: null }]),
    soon,
  );
  expect(mails.attempts).toHaveLength(mailRetries.attempts);
  expect(JSON.stringify(lines)).not.toContain("siti");
});

it("keeps a message that the operator's own mistake holds up", async () => {
  const strict = await startMailServer(undefined, "the right one");
  const withPassword = (password: string) =>
    smtpTransport(strict.url.replace("//", `//id:${encodeURIComponent(password)}@`), from);
  await queue("siti@example.com");
  await start({ transport: withPassword("a wrong one") }).stop();
  expect(lines).toMatchObject([[{ attempts: 1, code: "EAUTH", status: 535 }, "mail not sent yet"]]);
  expect(JSON.stringify(lines)).not.toMatch(/wrong one|siti/);
  now = (await messages())[0]?.nextAttemptAt ?? now;
  await start({ transport: withPassword("the right one") }).stop();
  expect(strict.received).toHaveLength(1);
  await strict.stop();
});

it("gives up what no key opens", async () => {
  await queue("siti@example.com");
  start({ keys: keyRing([randomBytes(32)], randomBytes) });
  await vi.waitFor(
    async () => expect(await messages()).toMatchObject([{ failedAt: now, failure: "unreadable" }]),
    soon,
  );
  expect(mails.attempts).toEqual([]);
});

it("survives a database that is away", async () => {
  const away: OpenStorage = { ...storage, write: () => Promise.reject(new Error("away")) };
  const { poke, stop } = start({ storage: away });
  await vi.waitFor(() => expect(lines).toHaveLength(1), soon);
  poke();
  await vi.waitFor(() => expect(lines).toHaveLength(2), soon);
  await stop();
});

it("sends nothing whose time is over", async () => {
  const envelope = { channel: "mail", to: "siti@example.com", expiresAt: now } as const;
  await storage.write((repositories) =>
    queueMessage(repositories, site, envelope, { subject: "Salam", text: "Isi" }).then(() => {}),
  );
  await start().stop();
  expect(await messages()).toMatchObject([{ failedAt: now, failure: "late", sealed: null }]);
  expect(mails.attempts).toEqual([]);
});

it("leaves a channel alone that does not work, and tries it with one message later", async () => {
  const tried: string[] = [];
  let answer: Attempt = { outcome: "failed", facts: { code: "EDOWN", status: 503 }, trouble: "standing" };
  const transport = {
    send: async (_id: string, { to }: { to: string }) => {
      tried.push(to);
      return answer;
    },
  };
  const breaker = circuitBreaker(clock);
  for (let i = 0; i < 7; i++) await queue(`person${i}@example.com`);
  const { poke, stop } = start({ transport, breaker });
  await vi.waitFor(() => expect(lines).toHaveLength(5), soon);
  poke();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(tried).toHaveLength(5);
  now += 1000 * (breaker.outage() ?? 0);
  poke();
  await vi.waitFor(() => expect(lines).toHaveLength(6), soon);
  expect(breaker.outage()).toBe(30);
  answer = { outcome: "sent" };
  await vi.waitFor(async () => {
    // Whatever pause the last failure is still being given ends too.
    now += 60_000;
    poke();
    expect((await messages()).every(({ sentAt }) => sentAt !== null)).toBe(true);
  }, soon);
  expect(tried).toHaveLength(13);
  await stop();
});

it("with outbox: keeps what a message says", async () => {
  await queue("siti@example.com");
  start({ transport: undefined });
  await vi.waitFor(async () => expect(await messages()).toMatchObject([{ sentAt: now }]), soon);
  expect((await messages())[0]?.sealed).not.toBeNull();
});
