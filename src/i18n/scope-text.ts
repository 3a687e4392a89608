import type { Locale } from "./locale.ts";
import { messages } from "./messages.ts";

/** What a scope lets an application see or do, in words; a scope of the operator's own is called by its name. */
export function scopeText(locale: Locale, scope: string): string {
  const texts = messages(locale).scopes;
  const text = Object.hasOwn(texts, scope) ? texts[scope as keyof typeof texts] : undefined;
  return typeof text === "string" ? text : texts.other(scope);
}
