import { numberText } from "../../i18n/counted.ts";
import type { Locale } from "../../i18n/locale.ts";
import { momentText } from "../../i18n/moment.ts";
import type { FailureCount } from "../../storage/port/failures.ts";
import type { Bar } from "../../ui/bar-chart.tsx";

const hour = 3_600_000;
/** Hours. */
const lengths = { day: 24, week: 168 } as const;
export type PeriodName = keyof typeof lengths;
export const periodNames = Object.keys(lengths) as PeriodName[];

export interface Period {
  readonly name: PeriodName;
  /** First moments of its hours, the running one last. */
  readonly hours: readonly number[];
  readonly since: number;
}

/** A period that ends now; the day unless the other one is asked for. */
export function periodOf(asked: string | undefined, now: number): Period {
  const name = asked === "week" ? "week" : "day";
  const length = lengths[name];
  const last = now - (now % hour);
  const since = last - (length - 1) * hour;
  return { name, since, hours: Array.from({ length }, (_, index) => since + index * hour) };
}

export function totalOf(counts: readonly Pick<FailureCount, "count">[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

export function barsOf({ hours }: Period, counts: readonly FailureCount[], locale: Locale): readonly Bar[] {
  const byHour = Map.groupBy(counts, (count) => count.hour);
  return hours.map((at) => {
    const value = totalOf(byHour.get(at) ?? []);
    return { label: momentText(locale, at), value, text: numberText(locale, value) };
  });
}
