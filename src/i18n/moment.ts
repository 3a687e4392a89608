import { type Locale, numberingOf } from "./locale.ts";

/** A moment as people write it; the server does not know the reader's clock, so it says which one it means. */
export function momentText(locale: Locale, at: number): string {
  const format = new Intl.DateTimeFormat(numberingOf(locale), {
    // In Arabic the medium style names the month by a number alone.
    dateStyle: locale === "ar" ? "long" : "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(at)} UTC`;
}
