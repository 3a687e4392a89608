import type { Clock } from "../protocol/ambient.ts";
import { sha256 } from "../protocol/hash.ts";
import type { Storage } from "../storage/port/storage.ts";
import type { Instant } from "../storage/port/time.ts";
import type { LimitName, LimitState, Limits, RateLimiter } from "./rate-limit.ts";
import { isExact, type Precision, precisionFor } from "./rate-limit-precision.ts";
import type { SharedWindow } from "./shared-window.ts";
import { SharedWindows } from "./shared-windows.ts";
import { wholeSeconds } from "./whole-seconds.ts";

export interface SharedLimiterOptions {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly storage: Pick<Storage, "write" | "committed">;
  /** Names this node among the others; a new one each time it starts. */
  readonly node: string;
  readonly keysPerLimit?: number;
}

export interface SharedRateLimiter extends RateLimiter {
  /** To be called every second or so: gives back what keys that have gone quiet will not spend. */
  settle(): Promise<void>;
  /** To be called every few seconds: says that this node lives, and learns how many share the limits. */
  countNodes(): Promise<void>;
  /** Gives everything back: the node stops. */
  leave(): Promise<void>;
}

/** All in milliseconds. */
const recheck = 1_000;
const quiet = 2_000;
const sightLasts = 15_000;
/** Windows that are given back in one transaction. */
const returnsAtOnce = 100;

/**
 * A limiter whose limits hold for all nodes on one database together, within a twentieth (see `precisionFor`), and exactly
 * where they are small. A key that is seldom used costs the database nothing; one that is used much costs a write a batch.
 */
export function sharedRateLimiter(options: SharedLimiterOptions): SharedRateLimiter {
  return new Sharing(options);
}

class Sharing implements SharedRateLimiter {
  readonly #options: SharedLimiterOptions;
  readonly #tables = new Map<LimitName, SharedWindows>();
  #nodes: number = 2;

  constructor(options: SharedLimiterOptions) {
    this.#options = options;
  }

  async hit(name: LimitName, key: string): Promise<LimitState | undefined> {
    if (this.#options.limits[name].count === 0) return undefined;
    const id = idOf(name, key);
    for (;;) {
      const now = this.#options.clock();
      const window = this.#table(name).open(id, now);
      if (window.spend(now, this.#precision(name))) return this.#state(name, window, now, true);
      if (window.isSpent(now, recheck)) return this.#state(name, window, now, false);
      await this.#ask(name, id, window, now);
    }
  }

  async look(name: LimitName, key: string): Promise<LimitState | undefined> {
    const limit = this.#options.limits[name];
    if (limit.count === 0) return undefined;
    const id = idOf(name, key);
    const now = this.#options.clock();
    const exact = isExact(limit.count);
    const window = exact ? this.#table(name).open(id, now) : this.#table(name).find(id, now);
    if (!window) return this.#fresh(name, now);
    // Where single hits do not count, what this node has not heard of it finds out with the next one.
    const doubtful = exact || window.remaining === 0;
    if (doubtful && !window.isSpent(now, recheck)) await this.#hear(id, window, now);
    return this.#state(name, window, now, window.remaining > 0);
  }

  async giveBack(name: LimitName, key: string): Promise<void> {
    if (this.#options.limits[name].count === 0) return;
    const id = idOf(name, key);
    const window = this.#table(name).find(id, this.#options.clock());
    if (!window?.takeBack()) return;
    // Where every single hit counts, the others are to know of it at once.
    if (isExact(this.#options.limits[name].count)) await this.#return([[id, window]]);
  }

  settle(): Promise<void> {
    const now = this.#options.clock();
    return this.#returnAll((window) => window.isIdle(now, quiet), now);
  }

  async countNodes(): Promise<void> {
    const { storage, node, clock } = this.#options;
    const now = clock();
    this.#nodes = await storage.write(({ allowances }) => allowances.nodeSeen(node, now, now - sightLasts));
  }

  leave(): Promise<void> {
    return this.#returnAll((window) => window.allowance > 0, this.#options.clock());
  }

  async #returnAll(which: (window: SharedWindow) => boolean, now: Instant): Promise<void> {
    const chosen = [...this.#tables.values()].flatMap((table) =>
      table.running(now).filter(([, window]) => which(window)),
    );
    for (let from = 0; from < chosen.length; from += returnsAtOnce) {
      await this.#return(chosen.slice(from, from + returnsAtOnce));
    }
  }

  /** What cannot be returned is lost until its window ends: the limit is then held the stricter. */
  async #return(windows: readonly (readonly [string, SharedWindow])[]): Promise<void> {
    const unspent = windows.map(([id, window]) => ({ id, endsAt: window.endsAt, count: window.release() }));
    const some = unspent.filter(({ count }) => count > 0);
    if (some.length === 0) return;
    await this.#options.storage.write(async ({ allowances }) => {
      for (const { id, endsAt, count } of some) await allowances.giveBack(id, endsAt, count);
    });
  }

  /** Takes the next batch; one question at a time, whose answer is for all who wait. */
  async #ask(name: LimitName, id: string, window: SharedWindow, now: Instant): Promise<void> {
    window.waiting += 1;
    try {
      window.asking ??= this.#take(name, id, window, now).finally(() => {
        window.asking = undefined;
      });
      await window.asking;
    } finally {
      window.waiting -= 1;
    }
  }

  async #take(name: LimitName, id: string, window: SharedWindow, now: Instant): Promise<void> {
    const { limits, storage } = this.#options;
    if (!window.isLocal && window.remaining === 0) {
      await this.#hear(id, window, now);
      if (window.remaining === 0) return;
    }
    const { count: limit, window: seconds } = limits[name];
    const { startedAt } = window;
    const count = window.wanted(this.#precision(name), this.#nodes);
    const wanted = { id, count, limit, window: seconds * 1000, startedAt, now };
    window.granted(now, await storage.write(({ allowances }) => allowances.take(wanted)));
  }

  /** Asks how much is taken, without taking anything. */
  async #hear(id: string, window: SharedWindow, now: Instant): Promise<void> {
    const found = await this.#options.storage.committed.allowances.find(id, now);
    window.heard(now, found ?? { taken: 0, endsAt: window.endsAt });
  }

  #precision(name: LimitName): Precision {
    return precisionFor(this.#options.limits[name].count, this.#nodes);
  }

  #table(name: LimitName): SharedWindows {
    const { limits, keysPerLimit = 30_000 } = this.#options;
    const found = this.#tables.get(name) ?? new SharedWindows(keysPerLimit, limits[name]);
    this.#tables.set(name, found);
    return found;
  }

  #fresh(name: LimitName, now: Instant): LimitState {
    const { count: limit, window } = this.#options.limits[name];
    const resetAt = now + window * 1000;
    return { name, allowed: true, limit, window, remaining: limit, resetAt, retryAfter: window };
  }

  #state(name: LimitName, window: SharedWindow, now: Instant, allowed: boolean): LimitState {
    const limit = this.#options.limits[name];
    return {
      name,
      allowed,
      limit: limit.count,
      window: limit.window,
      remaining: allowed ? window.remaining : 0,
      resetAt: window.endsAt,
      retryAfter: wholeSeconds(window.endsAt - now),
    };
  }
}

/** One name for limit and key, that says nothing of the key: it may be somebody's address. */
function idOf(name: LimitName, key: string): string {
  return sha256(`${name} ${key}`);
}
