import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../protocol/ambient.ts";
import type { RowIds } from "../../protocol/row-id.ts";
import type { FailureBounds } from "../../storage/port/failures.ts";
import type { Storage } from "../../storage/port/storage.ts";
import type { RequestLog } from "../../web/context.ts";
import type { FailureLog, NotedFailure } from "../../web/failure-log.ts";
import { failureBuffer } from "./buffer.ts";
import { failureSampler } from "./sampler.ts";

export interface FailureLogOptions {
  readonly storage: Pick<Storage, "write">;
  readonly clock: Clock;
  readonly ids: RowIds;
  readonly log: Pick<RequestLog, "warn">;
  /** Milliseconds between two ways to the database. */
  readonly interval?: number;
}

export interface FailureLogJob extends FailureLog {
  /** Stores what still waits. */
  stop(): Promise<void>;
}

/** Of one application. */
const bounds: FailureBounds = { proven: 500, claimed: 200, ofOneReason: 50 };
const hour = 3_600_000;

/**
 * Takes failing requests to the database, all of a second in one unit: requests never wait for it, and a flood of errors
 * costs no more than a second's worth of a bounded buffer. What could not be stored waits for the next time.
 */
export function failureLog({ storage, clock, ids, log, interval = 1_000 }: FailureLogOptions): FailureLogJob {
  const buffer = failureBuffer();
  const sampler = failureSampler();
  const ending = new AbortController();
  let storing = Promise.resolve();
  /** Told once: a database that is away for an hour is no news each second. */
  let told = false;

  const note = (failure: NotedFailure) => {
    const { endpoint, code, reason, requestId, clientId, proven, source } = failure;
    const at = clock();
    const count = { endpoint, code, reason, hour: at - (at % hour), count: 1 };
    buffer.count({ ...count, clientId: null, proven: false });
    if (clientId === undefined) return;
    buffer.count({ ...count, clientId, proven });
    if (!(buffer.hasRoom(proven) && sampler.take({ clientId, proven, reason, source }, at))) return;
    const what = { id: ids(), requestId, clientId, at, proven, endpoint, code, reason };
    buffer.keep({ ...what, ...failure.facts() });
  };

  const store = async () => {
    const { counts, failures } = buffer.take();
    if (counts.length === 0) return;
    try {
      await storage.write((all) => all.failures.record(counts, failures, bounds));
      told = false;
    } catch (error) {
      if (!told) log.warn({ err: error }, "failing requests could not be stored");
      told = true;
      for (const count of counts) buffer.count(count);
      for (const failure of failures) buffer.keep(failure);
    }
  };
  const settle = () => {
    storing = storing.then(store);
    return storing;
  };

  const run = async () => {
    while (!ending.signal.aborted) {
      await sleep(interval, undefined, { signal: ending.signal, ref: false }).catch(() => {});
      await settle();
    }
  };
  const running = run();
  return {
    note,
    settle,
    async stop() {
      ending.abort();
      await running;
    },
  };
}
