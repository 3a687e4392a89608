/**
 * How often a value of `ones` is above one of `others` (ties count half): 0.5 when both come from the same distribution, 0 or 1
 * when they never overlap (Mann-Whitney's U over the number of pairs).
 */
export function share(ones: readonly number[], others: readonly number[]): number {
  let above = 0;
  for (const one of ones) for (const other of others) above += one > other ? 1 : one === other ? 0.5 : 0;
  return above / (ones.length * others.length);
}

/** Milliseconds that each of two actions takes, taken in turn so that the machine's moods meet both. */
export async function timed(
  count: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<readonly [number[], number[]]> {
  const times: readonly [number[], number[]] = [[], []];
  for (let i = 0; i < 2 * count; i++) {
    // A, B, B, A: neither is always the one that comes after a pause of the other.
    const which = i % 4 === 1 || i % 4 === 2 ? 1 : 0;
    const start = performance.now();
    await (which === 0 ? one() : other());
    times[which].push(performance.now() - start);
  }
  return times;
}
