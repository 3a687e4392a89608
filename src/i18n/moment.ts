import { type Locale, numberingOf } from "./locale.ts";

/** To make one takes longer than to use it a hundred times. */
const formats = new Map<Locale, Intl.DateTimeFormat>();

function formatOf(locale: Locale): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(numberingOf(locale), {
    // In Arabic the medium style names the month by a number alone.
    dateStyle: locale === "ar" ? "long" : "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  formats.set(locale, format);
  return format;
}

/** A moment as people write it; the server does not know the reader's clock, so it says which one it means. */
export function momentText(locale: Locale, at: number): string {
  return `${formatOf(locale).format(at)} UTC`;
}
