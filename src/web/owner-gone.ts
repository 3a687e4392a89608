import { OwnerGone } from "../storage/port/storage.ts";

/**
 * Does what rests on something that was read before. Should that be deleted on the way, `anew` looks again, from the
 * beginning, and answers as it would have a moment later.
 */
export async function orAnew<Result>(
  work: () => Promise<Result>,
  anew: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OwnerGone)) throw error;
    return anew();
  }
}
