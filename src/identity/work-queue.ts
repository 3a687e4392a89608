/** More work was waiting than may wait; the request is turned away with `overloaded`. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";
}

/** Runs one piece of work as soon as there is room for it. */
export type WorkQueue = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * At most `concurrency` pieces of work run at once, in the order they came, while at most `waitingLimit` others wait;
 * what comes on top of that is refused at once, so that neither memory nor waiting time grows without end.
 */
export function workQueue(concurrency: number, waitingLimit: number): WorkQueue {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < concurrency) running += 1;
    else {
      if (waiting.length >= waitingLimit) throw new Overloaded("Too much work is waiting");
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place passes to the next in line, so that nobody who comes now overtakes.
      if (next) next();
      else running -= 1;
    }
  };
}
