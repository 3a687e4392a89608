import { setTimeout as sleep } from "node:timers/promises";

/**
 * Tries again while `isTemporary` says so of the error, with growing pauses, until `patience` milliseconds are
 * over; then throws the last error. The event loop runs on meanwhile.
 */
export async function patiently<Result>(
  attempt: () => Result,
  isTemporary: (error: unknown) => boolean,
  patience: number,
): Promise<Result> {
  const deadline = performance.now() + patience;
  for (let pause = 1; ; pause = Math.min(pause * 2, 40)) {
    try {
      return attempt();
    } catch (error) {
      if (!isTemporary(error) || performance.now() + pause > deadline) throw error;
    }
    await sleep(pause);
  }
}
