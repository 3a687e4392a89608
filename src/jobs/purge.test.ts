import { afterEach, expect, it } from "vitest";
import { aClient } from "../../test/support/records.ts";
import { memoryStorage } from "../../test/support/storage.ts";
import type { AccessToken } from "../storage/port/authorizations.ts";
import { nextBatch, type PurgeJob, purgeJob } from "./purge.ts";

const day = 86_400_000;
const now = 1_800_000_000_000;
const silent = { info: () => {}, warn: () => {} };
const jobs: PurgeJob[] = [];
afterEach(async () => {
  for (const job of jobs.splice(0)) await job.stop();
});

function accessToken(id: string, expiresAt: number): AccessToken {
  return {
    id,
    hash: "h",
    clientId: aClient().id,
    scopes: ["view-user"],
    issuedAt: expiresAt - day,
    expiresAt,
    authorizationId: null,
    userId: null,
    revokedAt: null,
  };
}

async function storageWith(tokens: readonly AccessToken[]) {
  const storage = await memoryStorage();
  await storage.write(async ({ clients, authorizations }) => {
    await clients.create(aClient(), null);
    for (const token of tokens) await authorizations.addAccessToken(token);
  });
  return storage;
}

function started(
  storage: Awaited<ReturnType<typeof memoryStorage>>,
  removed: (rows: number) => void,
): PurgeJob {
  const job = purgeJob({ storage, clock: () => now, replayWindow: 10, log: silent, removed, interval: 10 });
  jobs.push(job);
  return job;
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
}

it("deletes in several batches what is past its grace, and nothing that is usable or still explained", async () => {
  const old = Array.from({ length: 450 }, (_, i) => accessToken(`old-${i}`, now - 7 * day - 1000 - i));
  const explained = accessToken("explained", now - 6 * day);
  const usable = accessToken("usable", now + 1000);
  const storage = await storageWith([...old, explained, usable]);
  const rounds: number[] = [];
  started(storage, (rows) => void rounds.push(rows));
  await until(() => rounds.reduce((sum, rows) => sum + rows, 0) >= 450);
  expect(rounds[0]).toBe(25);
  expect(Math.max(...rounds)).toBeLessThanOrEqual(200);
  const { authorizations } = storage.committed;
  expect(await authorizations.findAccessToken("old-0")).toBeUndefined();
  expect(await authorizations.findAccessToken("explained")).toBeDefined();
  expect(await authorizations.findAccessToken("usable")).toBeDefined();
  await storage.close();
});

it("does nothing more once it is stopped, and survives a database that is away", async () => {
  const storage = await storageWith([]);
  let rounds = 0;
  const job = started(storage, () => {
    rounds += 1;
  });
  await until(() => rounds > 0);
  await storage.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await job.stop();
  const after = rounds;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(rounds).toBe(after);
});

it("takes fewer rows after a batch that took long, and more again when it is quick", () => {
  expect([nextBatch(200, 31), nextBatch(30, 500), nextBatch(25, 500)]).toEqual([100, 25, 25]);
  expect([nextBatch(50, 9), nextBatch(150, 1), nextBatch(200, 1)]).toEqual([100, 200, 200]);
  expect(nextBatch(50, 20)).toBe(50);
});
