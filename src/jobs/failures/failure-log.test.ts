import { randomBytes } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { aClient } from "../../../test/support/records.ts";
import { memoryStorage } from "../../../test/support/storage.ts";
import { rowIds } from "../../protocol/row-id.ts";
import { StorageUnavailable } from "../../storage/port/storage.ts";
import type { OpenStorage } from "../../storage/sql/open.ts";
import type { NotedFailure } from "../../web/failure-log.ts";
import { type FailureLogJob, failureLog } from "./failure-log.ts";
import { failureSampler } from "./sampler.ts";

const clientId = aClient().id;
const hour = 3_600_000;
let now = 5 * hour;
let storage: OpenStorage;
let job: FailureLogJob;
let units = 0;
let away = false;
let described = 0;
let warnings = 0;

async function begin(): Promise<void> {
  storage = await memoryStorage();
  await storage.write(({ clients }) => clients.create(aClient(), null));
  units = 0;
  described = 0;
  warnings = 0;
  const clock = () => now;
  job = failureLog({
    storage: {
      write: (unit) => {
        units += 1;
        if (away) throw new StorageUnavailable("away");
        return storage.write(unit);
      },
    },
    clock,
    ids: rowIds(clock, randomBytes),
    log: {
      warn: () => {
        warnings += 1;
      },
    },
    interval: hour,
  });
}
afterEach(async () => {
  await job.stop();
  await storage.close();
});

function note(change: Partial<NotedFailure> = {}): void {
  job.note({
    endpoint: "token",
    code: "invalid_client",
    reason: "client_authentication_failed",
    requestId: randomBytes(16).toString("hex"),
    clientId,
    proven: false,
    source: "192.0.2.1",
    facts: () => {
      described += 1;
      return {
        authentication: "post",
        parameters: [],
        redirectUri: null,
        scopes: [],
        about: null,
        expected: null,
      };
    },
    ...change,
  });
}

function times(count: number, each: (n: number) => void): void {
  for (let n = 0; n < count; n++) each(n);
}

async function counted(of: string | null): Promise<number> {
  const counts = await storage.committed.failures.counts(of, 0);
  return counts.reduce((sum, { count }) => sum + count, 0);
}

const kept = async () => (await storage.committed.failures.list(clientId, {}, 1_000)).length;

it("counts a flood to the last one, keeps the first few, and takes one unit", async () => {
  await begin();
  times(5_000, () => note());
  expect(described).toBe(10);
  await job.settle();
  expect([await counted(clientId), await counted(null), await kept(), units]).toEqual([5_000, 5_000, 10, 1]);
  await job.settle();
  expect(units).toBe(1);
});

it("a flood from one address leaves room for others, and one that is claimed for what is proven", async () => {
  await begin();
  times(1_000, () => note());
  note({ source: "192.0.2.2" });
  times(1_000, (n) => note({ source: `2001:db8:${n}::/64` }));
  times(3, () => note({ proven: true }));
  await job.settle();
  const failures = await storage.committed.failures.list(clientId, {}, 1_000);
  expect(failures.filter(({ proven }) => proven)).toHaveLength(3);
  expect(failures.filter(({ proven }) => !proven)).toHaveLength(50);
});

it("remembers a bounded number of callers", async () => {
  const sampler = failureSampler();
  const taken = (n: number, source = `source ${n}`) =>
    sampler.take({ clientId: `client ${n}`, proven: false, reason: "a", source }, now);
  const ofOne = Array.from({ length: 20_000 }, (_, n) => taken(n, "one")).filter(Boolean);
  expect(ofOne.length).toBe(200);
  expect(taken(20_000)).toBe(true);
  const kept = Array.from({ length: 20_000 }, (_, n) => taken(n)).filter(Boolean);
  expect(kept.length).toBeLessThan(3_400);
  for (let minute = 0; minute < 5; minute += 1) {
    now += 60_000;
    expect(taken(30_000 + minute)).toBe(true);
    for (let n = 0; n < 3_333; n += 1) taken(n, `${minute} ${n}`);
  }
  await begin();
});

it("keeps some of the same again a minute later", async () => {
  await begin();
  times(50, () => note());
  await job.settle();
  now += 60_000;
  times(50, () => note());
  await job.settle();
  expect(await kept()).toBe(20);
});

it("one caller takes hours to fill the room of what is claimed, with as many errors as there are", async () => {
  await begin();
  const kept = async () => (await storage.committed.failures.list(clientId, {}, 1_000)).length;
  for (let minute = 0; minute < 59; minute += 1) {
    times(100, (n) => note({ reason: `reason_${n % 10}` }));
    await job.settle();
    now += 60_000;
  }
  expect(await kept()).toBe(60);
  times(100, (n) => note({ reason: `reason_${n % 10}` }));
  note({ source: "192.0.2.2" });
  note({ proven: true });
  await job.settle();
  expect(await kept()).toBe(62);
  now += 60_000;
  note();
  await job.settle();
  expect(await kept()).toBe(63);
});

it("bounds what strangers claim: names without an application cost a place and are then forgotten", async () => {
  await begin();
  times(3_000, (n) => note({ clientId: `nobody ${n}` }));
  note({ clientId: undefined });
  await job.settle();
  expect([await counted(null), await counted(clientId), await kept()]).toEqual([3_001, 0, 0]);
  note();
  await job.settle();
  expect([await counted(null), await counted(clientId), await kept()]).toEqual([3_002, 1, 1]);
});

it("waits for a database that is away, and says so once", async () => {
  await begin();
  away = true;
  times(20, () => note());
  await job.settle();
  await job.settle();
  expect(warnings).toBe(1);
  away = false;
  note({ reason: "client_authentication_missing" });
  await job.settle();
  expect([await counted(clientId), await counted(null), await kept()]).toEqual([21, 21, 11]);
});

it("stores what still waits when it ends", async () => {
  await begin();
  note();
  await job.stop();
  expect(await counted(clientId)).toBe(1);
});
