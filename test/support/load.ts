import { setTimeout as sleep } from "node:timers/promises";

export interface Answered {
  readonly status: number;
  /** Milliseconds from the request to the whole answer. */
  readonly took: number;
  readonly at: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

export interface Load {
  readonly answers: readonly Answered[];
  /** Requests that got no answer: the node was gone. */
  readonly unanswered: number;
}

/**
 * Sends requests over so many lanes, one after another in each, until told to stop; resolves to all answers. With `pause`
 * milliseconds between them where the load is there to be answered, not to fill the machine.
 */
export function startLoad(
  lanes: number,
  send: (n: number) => Promise<Response>,
  pause = 0,
): { stop(): Promise<Load> } {
  const answers: Answered[] = [];
  let unanswered = 0;
  let running = true;
  const lane = async (index: number) => {
    for (let n = index; running; n += lanes) {
      const began = performance.now();
      try {
        const response = await send(n);
        const text = await response.text();
        const at = performance.now();
        const retryAfter = response.headers.get("retry-after");
        answers.push({ status: response.status, took: at - began, at, retryAfter, text });
      } catch {
        unanswered += 1;
        await sleep(20);
      }
      if (pause > 0) await sleep(pause);
    }
  };
  const finished = Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  return {
    stop: async () => {
      running = false;
      await finished;
      return { answers, unanswered };
    },
  };
}
