import { type Locale, numberingOf } from "./locale.ts";

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** A span of whole seconds in the largest unit that needs no fraction: `15 minutes`, `90 seconds`. */
export function durationText(locale: Locale, seconds: number): string {
  const [unit, length] = units.find(([, size]) => seconds > 0 && seconds % size === 0) ?? ["second", 1];
  return new Intl.NumberFormat(numberingOf(locale), { style: "unit", unit, unitDisplay: "long" }).format(
    seconds / length,
  );
}
