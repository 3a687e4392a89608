import type { LimitName, RateLimiter } from "./rate-limit.ts";
import { memoryRateLimiter } from "./rate-limit-memory.ts";
import { isExact } from "./rate-limit-precision.ts";
import { type SharedLimiterOptions, type SharedRateLimiter, sharedRateLimiter } from "./rate-limit-shared.ts";

/**
 * For the only node of its database: counts in memory, but keeps the small limits (wrong passwords, codes, mails) in the
 * database, so that a restart is no way around them.
 */
export function aloneRateLimiter(options: SharedLimiterOptions): SharedRateLimiter {
  const { limits, clock } = options;
  const kept = sharedRateLimiter(options);
  const passing = memoryRateLimiter(limits, clock);
  const of = (name: LimitName): RateLimiter => (isExact(limits[name].count) ? kept : passing);
  return {
    hit: (name, key) => of(name).hit(name, key),
    look: (name, key) => of(name).look(name, key),
    giveBack: (name, key) => of(name).giveBack(name, key),
    settle: () => kept.settle(),
    countNodes: async () => {},
    leave: () => kept.leave(),
  };
}
