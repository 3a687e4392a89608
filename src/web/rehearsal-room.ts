import { setTimeout as pause } from "node:timers/promises";

/** Where rehearsed answers are held back. */
export interface RehearsalRoom {
  /**
   * Resolves to true after so many seconds, or sooner when nobody waits for the answer any more; at once to false when as many
   * wait already as may.
   */
  wait(seconds: number, isGone: () => boolean): Promise<boolean>;
}

/** Milliseconds between looks whether somebody still waits. */
const interval = 200;

async function passed(milliseconds: number, isGone: () => boolean): Promise<void> {
  const end = performance.now() + milliseconds;
  for (let left = milliseconds; left > 0 && !isGone(); left = end - performance.now())
    await pause(Math.min(left, interval));
}

/** Room for `most` at a time, in this process. */
export function rehearsalRoom(most: number): RehearsalRoom {
  let waiting = 0;
  return {
    async wait(seconds, isGone) {
      if (seconds === 0) return true;
      if (waiting >= most) return false;
      waiting += 1;
      try {
        await passed(seconds * 1000, isGone);
      } finally {
        waiting -= 1;
      }
      return true;
    },
  };
}
