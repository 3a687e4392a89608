import { type Locale, numberingOf } from "./locale.ts";

/** A moment as people write it; the server does not know the reader's clock, so it says which one it means. */
export function momentText(locale: Locale, at: number): string {
  const format = new Intl.DateTimeFormat(numberingOf(locale), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(at)} UTC`;
}
