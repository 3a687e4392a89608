import { getHeapStatistics } from "node:v8";

export interface Pressure {
  /** Takes a place; undefined when the process has more to do than it can finish in time. Call the result when answered. */
  enter(): (() => void) | undefined;
  readonly underWay: () => number;
  /** How many places were ever taken. */
  readonly served: () => number;
  stop(): void;
}

/** Milliseconds. When turns of the event loop take this long, answers come too late whatever is accepted. */
const delayLimit = 1000;
/** Of the heap's limit; above it the next large request may be the end of all of them. */
const heapLimit = 0.9;
/** Milliseconds between looks. */
const interval = 200;
/** How much of what was seen before counts at a look: one long turn alone, of a machine that stood still, sheds nobody. */
const memory = 0.5;

/** Watches this process; `most` requests may be under way at once. */
export function createPressure(most: number): Pressure {
  let delay = 0;
  let due = performance.now() + interval;
  let strained = false;
  const timer = setInterval(() => {
    const now = performance.now();
    // A machine that slept has not been busy.
    const late = Math.min(Math.max(now - due, 0), 2 * delayLimit);
    delay = delay * memory + late * (1 - memory);
    due = now + interval;
    const heap = getHeapStatistics();
    strained = delay > delayLimit || heap.used_heap_size > heap.heap_size_limit * heapLimit;
  }, interval);
  timer.unref();
  let underWay = 0;
  let served = 0;
  return {
    enter() {
      if (strained || underWay >= most) return undefined;
      underWay += 1;
      served += 1;
      return () => {
        underWay -= 1;
      };
    },
    underWay: () => underWay,
    served: () => served,
    stop: () => clearInterval(timer),
  };
}
