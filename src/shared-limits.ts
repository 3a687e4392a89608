import type { Config } from "./config.ts";
import type { RateLimiter } from "./identity/rate-limit.ts";
import { aloneRateLimiter } from "./identity/rate-limit-alone.ts";
import { sharedRateLimiter } from "./identity/rate-limit-shared.ts";
import { sharedLimitsJob } from "./jobs/shared-limits.ts";
import type { Clock, Entropy } from "./protocol/ambient.ts";
import { rowIds } from "./protocol/row-id.ts";
import type { OpenStorage } from "./storage/sql/open.ts";
import type { RequestLog } from "./web/context.ts";

interface Surroundings {
  readonly storage: OpenStorage;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: RequestLog;
}

/** The rate limits, shared with the other nodes where there may be some; and their job's end. */
export function createLimits(
  { rateLimits: limits }: Pick<Config, "rateLimits">,
  { storage, clock, entropy, log }: Surroundings,
): { readonly limiter: RateLimiter; readonly stop: () => Promise<void> } {
  const create = storage.manyNodes ? sharedRateLimiter : aloneRateLimiter;
  const limiter = create({ limits, clock, storage, node: rowIds(clock, entropy)() });
  const job = sharedLimitsJob({ limiter, log });
  return { limiter, stop: () => job.stop() };
}
