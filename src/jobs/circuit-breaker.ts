import type { Clock } from "../protocol/ambient.ts";
import type { Attempt } from "./transport.ts";

/** Keeps a channel that does not work from being tried with every message, and knows that it does not. */
export interface CircuitBreaker {
  /** How many messages may be tried now, at most `batch`: none for a while after a failure, then one to see. */
  room(batch: number): number;
  /** Seconds until the next try is due; undefined while nothing is known to be wrong. */
  outage(): number | undefined;
  note(attempt: Attempt): void;
}

/** Failures in a row that may be hiccups. */
const tolerated = 3;
const firstPause = 15_000;
const longestPause = 5 * 60_000;

/** Any answer about one message shows that the channel works; trouble that stands opens the circuit at once. */
export function circuitBreaker(clock: Clock): CircuitBreaker {
  let failures = 0;
  let pause = 0;
  let openUntil = 0;
  return {
    room: (batch) => {
      if (clock() < openUntil) return 0;
      return pause > 0 ? 1 : batch;
    },
    outage: () => {
      const left = openUntil - clock();
      return left > 0 ? Math.ceil(left / 1000) : undefined;
    },
    note: (attempt) => {
      const trouble = attempt.outcome === "failed" ? attempt.trouble : undefined;
      if (trouble === undefined) {
        failures = 0;
        pause = 0;
        openUntil = 0;
        return;
      }
      failures += trouble === "standing" ? tolerated : 1;
      // Those that were under way when it opened say nothing new.
      if (failures < tolerated || clock() < openUntil) return;
      pause = pause === 0 ? firstPause : Math.min(pause * 2, longestPause);
      openUntil = clock() + pause;
    },
  };
}
