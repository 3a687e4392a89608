import { setTimeout as sleep } from "node:timers/promises";
import type { SharedRateLimiter } from "../identity/rate-limit-shared.ts";
import type { RequestLog } from "../web/context.ts";

export interface SharedLimitsOptions {
  readonly limiter: Pick<SharedRateLimiter, "settle" | "countNodes" | "leave">;
  readonly log: Pick<RequestLog, "warn">;
}

export interface SharedLimitsJob {
  /** Gives back what this node will not spend any more. */
  stop(): Promise<void>;
}

/** Milliseconds. */
const pause = 1_000;
/** How often it settles for each time that it counts the nodes. */
const settlesPerCount = 5;

/** Keeps what this node holds of the shared limits small, and its picture of the other nodes right. */
export function sharedLimitsJob({ limiter, log }: SharedLimitsOptions): SharedLimitsJob {
  const ending = new AbortController();
  const { signal } = ending;
  const attempt = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      log.warn({ err: error }, "shared limits out of reach of the database");
    }
  };
  const run = async () => {
    for (let turn = 0; !signal.aborted; turn++) {
      if (turn % settlesPerCount === 0) await attempt(() => limiter.countNodes());
      await attempt(() => limiter.settle());
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
      await attempt(() => limiter.leave());
    },
  };
}
