import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type MailServer, startMailServer } from "../../test/support/mail-server.ts";
import { memoryStorage } from "../../test/support/storage.ts";
import { keyRing } from "../protocol/key-ring.ts";
import { rowIds } from "../protocol/row-id.ts";
import type { OpenStorage } from "../storage/sql/open.ts";
import { queueMail } from "../web/mail.ts";
import { type DeliveryJob, type DeliveryOptions, deliveryJob } from "./delivery.ts";
import { lastAttempt } from "./retry-delay.ts";

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
  const mail = { url: mails.url, from: "id@example.com" };
  job = deliveryJob({ storage, keys, clock, mail, log, interval: 3_600_000, ...change });
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
  for (let attempt = 1; attempt <= lastAttempt; attempt++) {
    await vi.waitFor(async () => {
      const [message] = await messages();
      expect(message?.attempts).toBe(attempt);
      expect((message?.failedAt ?? message?.nextAttemptAt) !== now + 120_000).toBe(true);
    }, soon);
    if (attempt === lastAttempt) break;
    now = (await messages())[0]?.nextAttemptAt ?? now;
    poke();
  }
  await vi.waitFor(
    async () => expect(await messages()).toMatchObject([{ failedAt: now, sealed: null }]),
    soon,
  );
  expect(mails.attempts).toHaveLength(lastAttempt);
  expect(JSON.stringify(lines)).not.toContain("siti");
});

it("keeps a message that the operator's own mistake holds up", async () => {
  const strict = await startMailServer(undefined, "the right one");
  const from = "id@example.com";
  const withPassword = (password: string) =>
    strict.url.replace("//", `//id:${encodeURIComponent(password)}@`);
  await queue("siti@example.com");
  await start({ mail: { url: withPassword("a wrong one"), from } }).stop();
  expect(lines).toMatchObject([[{ attempts: 1, code: "EAUTH", status: 535 }, "mail not sent yet"]]);
  expect(JSON.stringify(lines)).not.toMatch(/wrong one|siti/);
  now = (await messages())[0]?.nextAttemptAt ?? now;
  await start({ mail: { url: withPassword("the right one"), from } }).stop();
  expect(strict.received).toHaveLength(1);
  await strict.stop();
});

it("gives up what no key opens", async () => {
  await queue("siti@example.com");
  start({ keys: keyRing([randomBytes(32)], randomBytes) });
  await vi.waitFor(async () => expect(await messages()).toMatchObject([{ failedAt: now }]), soon);
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

it("with outbox: keeps what a message says", async () => {
  await queue("siti@example.com");
  start({ mail: { url: "outbox:", from: "id@example.com" } });
  await vi.waitFor(async () => expect(await messages()).toMatchObject([{ sentAt: now }]), soon);
  expect((await messages())[0]?.sealed).not.toBeNull();
});
