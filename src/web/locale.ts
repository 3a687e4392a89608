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

/** The reader's language: what was picked on a page, else `Accept-Language`, else Indonesian. */
export function requestLocale(c: AppContext): Locale {
  const picked = c.req.path.startsWith("/oauth/") ? undefined : matchUiLocales(c.req.query("ui_locales"));
  if (picked) {
    writeCookie(c, "locale", picked, year);
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
  if (readCookie(c, "locale") ?? c.req.query("ui_locales")) return;
  const wish = matchUiLocales(uiLocales) ?? (account ? matchLocale(account) : undefined);
  if (wish) c.set("locale", wish);
}
