import { monitorEventLoopDelay } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";

export interface Pressure {
  /** Takes a place; undefined when the process has more to do than it can finish in time. Call the result when answered. */
  enter(): (() => void) | undefined;
  readonly underWay: () => number;
  stop(): void;
}

/** Milliseconds. A turn that takes this long on average means that answers come too late whatever is accepted. */
const delayLimit = 500;
/** Of the heap's limit; above it the next large request may be the end of all of them. */
const heapLimit = 0.9;
const interval = 500;

/** Watches this process; `most` requests may be under way at once. */
export function createPressure(most: number): Pressure {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let strained = false;
  const timer = setInterval(() => {
    const heap = getHeapStatistics();
    const late = delay.mean / 1e6 - 20 > delayLimit;
    strained = late || heap.used_heap_size > heap.heap_size_limit * heapLimit;
    delay.reset();
  }, interval);
  timer.unref();
  let underWay = 0;
  return {
    enter() {
      if (strained || underWay >= most) return undefined;
      underWay += 1;
      return () => {
        underWay -= 1;
      };
    },
    underWay: () => underWay,
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
