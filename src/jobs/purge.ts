import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../protocol/ambient.ts";
import type { Storage } from "../storage/port/storage.ts";
import type { RequestLog } from "../web/context.ts";

export interface PurgeOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  /** Seconds for which the response of a rotation is kept. */
  readonly replayWindow: number;
  readonly log: Pick<RequestLog, "info" | "warn">;
  /** Told how many rows a round deleted. */
  readonly removed: (rows: number) => void;
  /** Milliseconds between rounds, half of it to one and a half times it: nodes that started together drift apart. */
  readonly interval?: number;
}

export interface PurgeJob {
  /** Begins nothing new and waits for the batch under way. */
  stop(): Promise<void>;
}

/** Rows a batch: as many as are deleted in a time that no request notices, whatever the machine and its load. */
const rows = { fewest: 25, most: 200 };
/** Milliseconds in which a batch should be done, and below which the next may be larger. */
const batchTime = { most: 30, little: 10 };
/** Milliseconds between batches, in which requests have the database to themselves. */
const breath = 20;

/**
 * Deletes what no answer can depend on any more and erases kept responses once their window is over. Every node may run
 * it; what counts as expired is decided in the statement, so that a usable token is never touched.
 */
export function purgeJob(options: PurgeOptions): PurgeJob {
  const { interval = 60_000, log } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const rest = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal, ref: false }).catch(() => {});
  const round = async () => {
    try {
      const removed = await purgeAll(options, () => (signal.aborted ? undefined : rest(breath)));
      if (removed > 0) log.info({ removed }, "purged");
    } catch (error) {
      log.warn({ err: error }, "purge out of reach of the database");
    }
  };
  const run = async () => {
    while (!signal.aborted) {
      await rest(interval * (0.5 + Math.random()));
      if (!signal.aborted) await round();
    }
  };
  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}

/** `pause` gives the others a turn; undefined means that the process ends. */
async function purgeAll(options: PurgeOptions, pause: () => Promise<void> | undefined): Promise<number> {
  const { storage, clock, replayWindow } = options;
  let total = 0;
  // What a row costs here and now is not known yet.
  let batch = rows.fewest;
  for (let more = true; more; ) {
    const begun = performance.now();
    const usedBefore = clock() - replayWindow * 1000;
    const erased = await storage.write(({ authorizations }) =>
      authorizations.eraseReplays(usedBefore, batch),
    );
    const purged = await storage.purge(clock(), batch);
    total += purged.removed;
    options.removed(purged.removed);
    const limit = batch;
    batch = nextBatch(batch, performance.now() - begun);
    const paused = purged.more || erased === limit ? pause() : undefined;
    await paused;
    more = paused !== undefined;
  }
  return total;
}

/** Half as many rows after a batch that took long, twice as many after a quick one. */
export function nextBatch(batch: number, milliseconds: number): number {
  if (milliseconds > batchTime.most) return Math.max(rows.fewest, Math.floor(batch / 2));
  return milliseconds < batchTime.little ? Math.min(rows.most, batch * 2) : batch;
}
