const minute = 60_000;
const first = minute / 2;
const longest = 6 * 60 * minute;

/** A message is given up after so many attempts, or when this old. */
export const lastAttempt = 8;
export const longestWait = 24 * 60 * minute;

/**
 * Milliseconds until a message is tried again after its `attempts`th failure: half a minute, then four times as long each
 * time up to six hours. `chance` (0 to 1) spreads it by a fifth to either side, so that a recovered mail server is not run over.
 * Undefined when it should be given up.
 */
export function retryDelay(attempts: number, age: number, chance: number): number | undefined {
  if (attempts >= lastAttempt) return undefined;
  const delay = Math.min(first * 4 ** (attempts - 1), longest) * (0.8 + 0.4 * chance);
  return age + delay > longestWait ? undefined : Math.round(delay);
}
