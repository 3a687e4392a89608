import { setTimeout as pause } from "node:timers/promises";

/** Where rehearsed answers are held back. */
export interface RehearsalRoom {
  /**
   * Resolves to true after so many seconds, or sooner when nobody waits for the answer any more; at once to false when as many
   * wait already as may, of all or of this holder.
   */
  wait(holder: string, seconds: number, isGone: () => boolean): Promise<boolean>;
}

/** Milliseconds between looks whether somebody still waits. */
const interval = 200;

async function passed(milliseconds: number, isGone: () => boolean): Promise<void> {
  const end = performance.now() + milliseconds;
  for (let left = milliseconds; left > 0 && !isGone(); left = end - performance.now())
    await pause(Math.min(left, interval));
}

/** Room for `all` at a time in this process, and for `ofOne` of the same holder, so that nobody takes the places of the others. */
export function rehearsalRoom(most: { readonly all: number; readonly ofOne: number }): RehearsalRoom {
  const waiting: string[] = [];
  return {
    async wait(holder, seconds, isGone) {
      if (seconds === 0) return true;
      const own = waiting.filter((other) => other === holder);
      if (waiting.length >= most.all || own.length >= most.ofOne) return false;
      waiting.push(holder);
      try {
        await passed(seconds * 1000, isGone);
      } finally {
        waiting.splice(waiting.indexOf(holder), 1);
      }
      return true;
    },
  };
}
