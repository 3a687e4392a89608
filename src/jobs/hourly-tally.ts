import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../protocol/ambient.ts";
import type { HourlyCount } from "../storage/port/hourly-counts.ts";
import type { Storage } from "../storage/port/storage.ts";
import type { RequestLog } from "../web/context.ts";
import type { Tally } from "../web/tally.ts";

export interface HourlyTallyOptions {
  readonly storage: Pick<Storage, "write">;
  readonly clock: Clock;
  readonly log: Pick<RequestLog, "warn">;
  /** Milliseconds between two ways to the database. */
  readonly interval?: number;
}

export interface HourlyTally {
  readonly tally: Tally;
  /** Stores what still waits. */
  stop(): Promise<void>;
}

const hour = 3_600_000;
/** Counts that wait while the database is away: some days of every name there is. */
const atMost = 2_000;

/** Counts in memory and adds to the counts of all nodes every few seconds; what could not be stored waits for the next time. */
export function hourlyTally({ storage, clock, log, interval = 5_000 }: HourlyTallyOptions): HourlyTally {
  let waiting = new Map<string, HourlyCount>();
  const ending = new AbortController();

  const count = (one: HourlyCount) => {
    const key = `${one.hour} ${one.name}`;
    const known = waiting.get(key);
    if (known) waiting.set(key, { ...known, count: known.count + one.count });
    else if (waiting.size < atMost) waiting.set(key, one);
  };
  const store = async () => {
    const counts = [...waiting.values()];
    if (counts.length === 0) return;
    waiting = new Map();
    try {
      await storage.write((all) => all.hourlyCounts.add(counts));
    } catch (error) {
      log.warn({ err: error }, "counts could not be stored");
      for (const one of counts) count(one);
    }
  };
  const run = async () => {
    while (!ending.signal.aborted) {
      await sleep(interval, undefined, { signal: ending.signal, ref: false }).catch(() => {});
      await store();
    }
  };
  const running = run();
  return {
    tally: (name) => {
      const at = clock();
      count({ hour: at - (at % hour), name, count: 1 });
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}
