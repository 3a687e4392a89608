import type { CountSum } from "../../../storage/port/hourly-counts.ts";
import { latencyBounds } from "../../../web/tally.ts";

const hour = 3_600_000;

/** What a dashboard looks back on: so many slots of so many milliseconds. */
export const ranges = {
  day: { span: hour, slots: 24 },
  week: { span: 6 * hour, slots: 28 },
} as const;
export type RangeName = keyof typeof ranges;
type Range = (typeof ranges)[RangeName];

/** The first moments of the slots, oldest first; the last slot is the one that `now` is in. */
export function slotsUntil(now: number, { span, slots }: Range): readonly number[] {
  const last = now - (now % span);
  return Array.from({ length: slots }, (_, index) => last - (slots - 1 - index) * span);
}

/** The count of each slot, of everything whose name fits. */
export function seriesOf(
  sums: readonly CountSum[],
  slots: readonly number[],
  fits: (name: string) => boolean,
): readonly number[] {
  const counts = new Map<number, number>();
  for (const { name, from, count } of sums) if (fits(name)) counts.set(from, (counts.get(from) ?? 0) + count);
  return slots.map((slot) => counts.get(slot) ?? 0);
}

/**
 * Milliseconds in which a share of the answers was given, taken to be spread evenly between two bounds; the highest bound for
 * what took longer, undefined when there were none.
 */
export function latencyAt(sums: readonly CountSum[], slot: number, share: number): number | undefined {
  const counts = [...latencyBounds, "more" as const].map((bound) => ({
    bound: bound === "more" ? latencyBounds.at(-1) : bound,
    count: sums.find(({ name, from }) => from === slot && name === `latency.${bound}`)?.count ?? 0,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let below = 0;
  let lower = 0;
  for (const { bound = 0, count } of counts) {
    const wanted = share * total - below;
    if (count > 0 && wanted <= count) return lower + (bound - lower) * (wanted / count);
    below += count;
    lower = bound;
  }
  return undefined;
}
