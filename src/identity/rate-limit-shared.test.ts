import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memoryStorage } from "../../test/support/storage.ts";
import type { OpenStorage } from "../storage/sql/open.ts";
import { defaultLimits, type LimitName } from "./rate-limit.ts";
import { aloneRateLimiter } from "./rate-limit-alone.ts";
import { type SharedRateLimiter, sharedRateLimiter } from "./rate-limit-shared.ts";

let storage: OpenStorage;
let writes: number;
let time: number;

beforeEach(async () => {
  storage = await memoryStorage();
  writes = 0;
  time = 1_700_000_000_250;
});
afterEach(() => storage.close());

const counted: Pick<OpenStorage, "write" | "committed"> = {
  get committed() {
    return storage.committed;
  },
  write: (unit) => {
    writes += 1;
    return storage.write(unit);
  },
};

let made = 0;
const options = (limits: Partial<Record<LimitName, { count: number; window: number }>> = {}) => {
  made += 1;
  return {
    limits: { ...defaultLimits, ...limits },
    clock: () => time,
    storage: counted,
    node: `node ${made}`,
  };
};
const node = (...given: Parameters<typeof options>) => sharedRateLimiter(options(...given));
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** How many of so many hits, each on the next node, are allowed. */
async function allowed(nodes: readonly SharedRateLimiter[], name: LimitName, hits: number, atOnce = true) {
  const one = async (n: number) => (await nodes[n % nodes.length]?.hit(name, "k"))?.allowed;
  const all: (boolean | undefined)[] = [];
  if (atOnce) all.push(...(await Promise.all(range(hits).map(one))));
  else for (const n of range(hits)) all.push(await one(n));
  return all.filter(Boolean).length;
}

describe("A limiter alone on its database", () => {
  it("allows exactly the count, then says to the second when again", async () => {
    const limiter = node();
    for (const n of range(100)) {
      const state = await limiter.hit("api_user", "t");
      expect(state).toMatchObject({ allowed: true, limit: 100, window: 60, remaining: 99 - n });
    }
    const refused = { allowed: false, remaining: 0, resetAt: 1_700_000_060_250 };
    time += 15_500;
    expect(await limiter.hit("api_user", "t")).toMatchObject({ ...refused, retryAfter: 45 });
    expect(await limiter.look("api_user", "t")).toMatchObject({ ...refused, retryAfter: 45 });
    time += 44_499;
    expect(await limiter.hit("api_user", "t")).toMatchObject({ ...refused, retryAfter: 1 });
    time += 1;
    expect(await limiter.hit("api_user", "t")).toMatchObject({ allowed: true, remaining: 99 });
  });

  it("costs nothing for who calls seldom, and a write for every few hits of who calls often", async () => {
    const limiter = node();
    for (const n of range(500)) await limiter.hit("api_user", `seldom ${n % 250}`);
    expect(writes).toBe(0);
    for (const _ of range(100)) await limiter.hit("api_user", "often");
    expect(writes).toBeLessThanOrEqual(33);
    writes = 0;
    for (const _ of range(1_000)) await limiter.hit("api_user", "often");
    expect(writes).toBe(0);
  });

  it("gives undefined for a limit that is off", async () => {
    const limiter = node({ api_user: { count: 0, window: 60 } });
    for (const _ of range(10)) expect(await limiter.hit("api_user", "t")).toBeUndefined();
    expect(await limiter.look("api_user", "t")).toBeUndefined();
    await limiter.giveBack("api_user", "t");
    expect(writes).toBe(0);
  });

  it("shows nobody who is limited: the database holds no key", async () => {
    const limiter = node();
    await limiter.hit("mail_by_address", "siti@contoh.id");
    const id = await storage.write(async ({ allowances }) => {
      await allowances.nodeSeen("siti", 1, 1);
      return allowances.find("mail_by_address siti@contoh.id", time);
    });
    expect(id).toBeUndefined();
  });
});

describe("Limiters of several nodes", () => {
  it.each([5, 10, 20])("hold a limit of %i exactly, at once and one by one", async (count) => {
    for (const atOnce of [true, false]) {
      for (const nodes of [1, 2, 5]) {
        const limits = { password_by_ip: { count, window: 900 } };
        const all = range(nodes).map(() => node(limits));
        expect(await allowed(all, "password_by_ip", 4 * count, atOnce)).toBe(count);
        time += 900_000;
      }
    }
  });

  it.each([50, 60, 100, 300, 1200])("hold a limit of %i within a twentieth on two nodes", async (count) => {
    const limits = { api_user: { count, window: 60 } };
    for (const atOnce of [true, false]) {
      const all = [node(limits), node(limits)];
      const total = await allowed(all, "api_user", 3 * count, atOnce);
      expect(Math.abs(total - count)).toBeLessThanOrEqual(count / 20);
      time += 60_000;
    }
  });

  it.each([0.01, 0.05, 0.3, 0.6, 0.97])(
    "hold it when one of two gets %d of what comes in 40 s",
    async (share) => {
      const [a, b] = [node(), node()];
      let total = 0;
      for (const n of range(400)) {
        time += 100;
        const state = await ((n * 0.618) % 1 < share ? a : b).hit("api_user", "k");
        total += state?.allowed ? 1 : 0;
        if (n % 10 === 0) await Promise.all([a.settle(), b.settle()]);
      }
      expect(total).toBeGreaterThanOrEqual(95);
      expect(total).toBeLessThanOrEqual(105);
    },
  );

  it.each([3, 5, 12])(
    "hold it on %i nodes but for one hit each, once they have seen each other",
    async (count) => {
      for (const atOnce of [true, false]) {
        const all = range(count).map(() => node());
        for (const _ of [1, 2]) for (const limiter of all) await limiter.countNodes();
        const total = await allowed(all, "api_user", 400, atOnce);
        expect(total).toBeGreaterThanOrEqual(95);
        expect(total).toBeLessThan(100 + count);
        time += 60_000;
      }
    },
  );

  it("cost nothing for who calls each of many nodes once", async () => {
    const all = range(12).map(() => node());
    for (const limiter of all) await limiter.countNodes();
    writes = 0;
    expect(await allowed(all, "api_user", 12)).toBe(12);
    expect(writes).toBe(0);
  });

  it("leave to each other what they do not spend", async () => {
    const [a, b] = [node(), node()];
    for (const _ of range(3)) await a.hit("api_user", "k");
    expect(await allowed([b], "api_user", 200)).toBe(95 - 2);
    time += 2_000;
    await a.settle();
    expect(await allowed([b], "api_user", 200)).toBe(4);
    time += 1_000;
    expect(await allowed([a, b], "api_user", 50)).toBe(0);
  });

  it("leave all of it when they stop", async () => {
    const [a, b] = [node(), node()];
    for (const _ of range(3)) await a.hit("api_user", "k");
    await a.leave();
    expect(await allowed([b], "api_user", 200)).toBe(97);
  });

  it("give a hit back for all, at once where single hits count", async () => {
    const limits = { password_by_ip: { count: 2, window: 900 } };
    const [a, b] = [node(limits), node(limits)];
    await a.giveBack("password_by_ip", "k");
    expect(await allowed([a, b], "password_by_ip", 10)).toBe(2);
    await a.giveBack("password_by_ip", "k");
    await a.giveBack("password_by_ip", "k");
    time += 1_000;
    expect(await allowed([b], "password_by_ip", 10)).toBe(1);
    expect(await a.look("password_by_ip", "k")).toMatchObject({ allowed: false });
  });

  it("that only look find out with the first hit what the others have spent", async () => {
    const [a, b] = [node(), node()];
    await allowed([a], "api_refused_by_ip", 300);
    expect(await b.look("api_refused_by_ip", "k")).toMatchObject({ allowed: true });
    for (const _ of range(8)) await b.hit("api_refused_by_ip", "k");
    writes = 0;
    for (const _ of range(50)) {
      time += 100;
      expect(await b.look("api_refused_by_ip", "k")).toMatchObject({ allowed: false, remaining: 0 });
    }
    expect(writes).toBe(0);
  });

  it("refuse with 503, and not for nothing, while the database is away", async () => {
    const limiter = node();
    for (const _ of range(2)) await limiter.hit("api_user", "k");
    await storage.close();
    await expect(limiter.hit("api_user", "k")).rejects.toMatchObject({ name: "StorageUnavailable" });
    await expect(limiter.hit("password_by_ip", "k")).rejects.toMatchObject({ name: "StorageUnavailable" });
  });

  it("keep few keys in memory, and lose no count of small limits with them", async () => {
    const limiter = sharedRateLimiter({ ...options(), keysPerLimit: 10 });
    expect(await allowed([limiter], "password_by_account_and_ip", 5)).toBe(5);
    for (const n of range(50)) await limiter.hit("password_by_account_and_ip", `spray ${n}`);
    expect(await allowed([limiter], "password_by_account_and_ip", 5)).toBe(0);
  });
});

describe("A limiter of the only node", () => {
  it("keeps small limits over a restart, and bothers the database with no others", async () => {
    const before = aloneRateLimiter(options());
    expect(await allowed([before], "password_by_account_and_ip", 9)).toBe(5);
    writes = 0;
    expect(await allowed([before], "api_user", 200)).toBe(100);
    expect(await before.look("api_user", "k")).toMatchObject({ allowed: false });
    await before.giveBack("api_user", "k");
    expect(writes).toBe(0);
    await before.leave();
    const after = aloneRateLimiter(options());
    expect(await allowed([after], "password_by_account_and_ip", 9)).toBe(0);
    expect(await after.look("api_user", "k")).toMatchObject({ allowed: true });
  });
});
