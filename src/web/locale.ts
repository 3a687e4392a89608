import {
  defaultLocale,
  type Locale,
  matchAcceptLanguage,
  matchLocale,
  matchUiLocales,
} from "../i18n/locale.ts";
import type { AppContext } from "./context.ts";
import { readCookie, writeCookie } from "./cookies.ts";

const year = 365 * 86_400;

/** What the language switch of a page put into its address; below `/oauth/` the same name is the application's wish. */
function pickedLocale(c: AppContext): string | undefined {
  return c.req.path.startsWith("/oauth/") ? undefined : c.req.query("ui_locales");
}

/** What programs call: their answers are English, and no cookie is read or set there. */
const programs = /^\/(oauth\/(token|revoke|introspect)|api|\.well-known)(\/|$)/;

/** The reader's language: what was picked on a page, else `Accept-Language`, else Indonesian. */
export function requestLocale(c: AppContext): Locale {
  if (programs.test(c.req.path)) return defaultLocale;
  const picked = matchUiLocales(pickedLocale(c));
  if (picked) {
    keepLocale(c, picked);
    return picked;
  }
  const kept = matchLocale(readCookie(c, "locale") ?? "");
  return kept ?? matchAcceptLanguage(c.req.header("accept-language")) ?? defaultLocale;
}

/**
 * A stronger wish than the browser's: the application's `ui_locales`, then the account's language. Something picked on
 * a page still wins.
 */
export function preferLocale(c: AppContext, uiLocales: string | null, account?: string | null): void {
  if (readCookie(c, "locale") ?? pickedLocale(c)) return;
  const wish = matchUiLocales(uiLocales) ?? (account ? matchLocale(account) : undefined);
  if (wish) c.set("locale", wish);
}

/** Remembers in this browser what was picked on a page. */
export function keepLocale(c: AppContext, locale: Locale): void {
  writeCookie(c, "locale", locale, year);
}
