import { ownError } from "../errors/own-error.ts";

/**
 * Does `work`, but waits for it no longer than until `signal` aborts; then it rejects with `aborted`. The work's own signal
 * aborts when the waiting is over, whatever ended it.
 */
export async function untilAborted<Result>(
  signal: AbortSignal | undefined,
  work: (over: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const over = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(ownError("aborted", "aborted_by_caller", { cause: signal?.reason }));
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop);
    over.signal.addEventListener("abort", () => signal?.removeEventListener("abort", stop));
  });
  try {
    return await (signal?.aborted ? stopped : Promise.race([stopped, work(over.signal)]));
  } finally {
    over.abort();
  }
}
