import { setTimeout as sleep } from "node:timers/promises";
import { StorageUnavailable } from "../../port/storage.ts";
import { isConflict, isPassing } from "./postgres-errors.ts";

const longestPause = 64;

/**
 * Tries again after errors that are nobody's fault (a lost race, a lost connection), after pauses of growing and random
 * length, until `patience` milliseconds are over. Each attempt is told how many are left.
 */
export async function repeatedly<Result>(
  patience: number,
  attempt: (left: number) => Promise<Result>,
): Promise<Result> {
  const end = performance.now() + patience;
  let last: unknown;
  for (let ceiling = 1; ; ceiling = Math.min(ceiling * 2, longestPause)) {
    try {
      return await attempt(end - performance.now());
    } catch (error) {
      // An attempt that only ran out of time says less than what had to be repeated.
      if (!isPassing(error)) throw last !== undefined && performance.now() > end - 20 ? givenUp(last) : error;
      last = error;
      const pause = Math.random() * ceiling;
      if (performance.now() + pause > end) throw givenUp(error);
      await sleep(pause);
    }
  }
}

function givenUp(error: unknown): StorageUnavailable {
  if (error instanceof StorageUnavailable) return error;
  const overloaded = isConflict(error);
  return new StorageUnavailable("The transaction lost every race.", { overloaded, cause: error });
}
