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
/** Hours whose counts wait while the database is away. */
const atMost = 144;

/** Counts in memory and adds to the counts of all nodes every few seconds; what could not be stored waits for the next time. */
export function hourlyTally({ storage, clock, log, interval = 5_000 }: HourlyTallyOptions): HourlyTally {
  let waiting = new Map<number, Map<string, number>>();
  const ending = new AbortController();

  const count = (at: number, name: string, more: number) => {
    const known = waiting.get(at) ?? new Map<string, number>();
    if (known.size === 0 && waiting.size < atMost) waiting.set(at, known);
    known.set(name, (known.get(name) ?? 0) + more);
  };
  const store = async () => {
    const counts: HourlyCount[] = [...waiting].flatMap(([at, names]) =>
      [...names].map(([name, number]) => ({ hour: at, name, count: number })),
    );
    if (counts.length === 0) return;
    waiting = new Map();
    try {
      await storage.write((all) => all.hourlyCounts.add(counts));
    } catch (error) {
      log.warn({ err: error }, "counts could not be stored");
      for (const one of counts) count(one.hour, one.name, one.count);
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
      count(at - (at % hour), name, 1);
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}
