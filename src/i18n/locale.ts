/** Languages of pages and messages, BCP 47. */
export const locales = ["en", "id", "ar"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "id";

/** How each language calls itself. */
export const localeNames: { readonly [L in Locale]: string } = {
  en: "English",
  id: "Bahasa Indonesia",
  ar: "العربية",
};

/** Writing direction. */
export const directions: { readonly [L in Locale]: "ltr" | "rtl" } = { en: "ltr", id: "ltr", ar: "rtl" };

const numbering: { readonly [L in Locale]: string } = {
  en: "en",
  id: "id",
  ar: "ar-u-ca-gregory-nu-latn",
};

/** The tag for dates and numbers: the digits that codes and phone numbers here are written with, and the civil calendar. */
export function numberingOf(locale: Locale): string {
  return numbering[locale];
}

const known = new Map<string, Locale>(locales.map((locale) => [locale, locale]));
// ISO 639-1 renamed Indonesian from "in"; Java and old Android still send it.
known.set("in", "id");

/** The language of one tag (`en-GB` → `en`), if we have it. */
export function matchLocale(tag: string): Locale | undefined {
  return known.get(tag.trim().toLowerCase().split("-", 1)[0] ?? "");
}

/** First match of a space-separated list (OpenID Connect `ui_locales`). */
export function matchUiLocales(list: string | null | undefined): Locale | undefined {
  for (const tag of (list ?? "").slice(0, 200).split(" ")) {
    const match = matchLocale(tag);
    if (match) return match;
  }
  return undefined;
}

/** Best match of an `Accept-Language` header (RFC 9110 §12.5.4). */
export function matchAcceptLanguage(header: string | null | undefined): Locale | undefined {
  const ranked = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";");
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/i.exec(p)?.[1]).find((v) => v !== undefined);
      return { locale: matchLocale(tag), weight: q === undefined ? 1 : Number(q) };
    })
    .filter((entry) => entry.locale !== undefined && entry.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranked[0]?.locale;
}
