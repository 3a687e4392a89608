import type { Site } from "../../../web/context.ts";
import { latencyAt, type RangeName, ranges, seriesOf, slotsUntil } from "./series.ts";

/** How the service did within one slot of time. */
export interface Slot {
  /** Its first moment. */
  readonly from: number;
  readonly signIns: number;
  readonly tokens: number;
  readonly requests: number;
  readonly errors: number;
  /** Milliseconds within which half of the answers were given, and nineteen of twenty; undefined when there were none. */
  readonly median: number | undefined;
  readonly slow: number | undefined;
}

export interface Figures {
  /** Oldest first; the last one is under way. */
  readonly slots: readonly Slot[];
  /** How often each code was answered, the most frequent first. */
  readonly codes: readonly (readonly [code: string, count: number])[];
}

export const rangeNames = Object.keys(ranges) as RangeName[];

/** How many codes are named. */
const codesAtMost = 15;

/** From counts by the hour, never by counting what is stored. */
export async function figuresOf({ storage, clock }: Site, range: RangeName): Promise<Figures> {
  const { span } = ranges[range];
  const slots = slotsUntil(clock(), ranges[range]);
  const since = slots[0] ?? 0;
  const sums = await storage.committed.hourlyCounts.sums(since, span);
  const failures = await storage.committed.failures.sums(since, span);
  const signIns = seriesOf(sums, slots, (name) => name === "sign_in");
  const tokens = seriesOf(sums, slots, (name) => name === "token");
  const requests = seriesOf(sums, slots, (name) => name.startsWith("latency."));
  const failed = failures.map(({ code, from, count }) => ({ name: code, from, count }));
  const errors = seriesOf(failed, slots, () => true);
  const totals = new Map<string, number>();
  for (const { code, count } of failures) totals.set(code, (totals.get(code) ?? 0) + count);
  return {
    slots: slots.map((from, index) => ({
      from,
      ...{ signIns: signIns[index] ?? 0, tokens: tokens[index] ?? 0 },
      ...{ requests: requests[index] ?? 0, errors: errors[index] ?? 0 },
      ...{ median: latencyAt(sums, from, 0.5), slow: latencyAt(sums, from, 0.95) },
    })),
    codes: [...totals].sort(([, one], [, other]) => other - one).slice(0, codesAtMost),
  };
}
