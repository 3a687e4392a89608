import type { Clock } from "../protocol/ambient.ts";
import { sha256 } from "../protocol/hash.ts";
import { CountedWindows } from "./counted-windows.ts";
import type { LimitName, LimitState, Limits, RateLimiter } from "./rate-limit.ts";
import { wholeSeconds } from "./whole-seconds.ts";

/** One flooded limit cannot push out the counters of another: each has a table of its own. */
const keysPerLimit = 30_000;

/** A caller may build a key from what was sent; no key takes more memory than a hash. */
function boundedKey(key: string): string {
  return key.length <= 64 ? key : sha256(key);
}

/**
 * A limiter of this process. A key's window begins with its first hit and lasts its full length, so that `retryAfter`
 * is exact; hits that were refused do not count.
 */
export function memoryRateLimiter(limits: Limits, clock: Clock): RateLimiter {
  const tables = new Map<LimitName, CountedWindows>();
  const tableOf = (name: LimitName): CountedWindows => {
    const found = tables.get(name) ?? new CountedWindows(keysPerLimit, limits[name].window * 1000);
    tables.set(name, found);
    return found;
  };
  const ask = (name: LimitName, key: string, counting: boolean): LimitState | undefined => {
    const limit = limits[name];
    if (limit.count === 0) return undefined;
    const now = clock();
    const table = tableOf(name);
    const bounded = boundedKey(key);
    const { count, endsAt } = table.read(bounded, now);
    const allowed = count < limit.count;
    if (counting && allowed) table.count(bounded, now);
    return {
      name,
      allowed,
      limit: limit.count,
      window: limit.window,
      remaining: limit.count - (counting && allowed ? count + 1 : count),
      resetAt: endsAt,
      retryAfter: wholeSeconds(endsAt - now),
    };
  };
  return {
    hit: (name, key) => ask(name, key, true),
    look: (name, key) => ask(name, key, false),
    giveBack: async (name, key) => {
      if (limits[name].count > 0) tableOf(name).uncount(boundedKey(key), clock());
    },
  };
}
