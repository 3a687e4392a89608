import type { Locale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import type { ProfileProblem } from "../identity/profile.ts";

/** What is wrong with a profile's field, as a sentence for the person or, in English, for the application. */
export function profileProblemText(locale: Locale, { kind, limit }: ProfileProblem): string {
  const text = messages(locale).profile.problems[kind];
  return typeof text === "function" ? text(limit) : text;
}
