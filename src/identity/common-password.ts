import { createRequire } from "node:module";
import { isGuessablePattern } from "./guessable-pattern.ts";
import { indonesianPasswords } from "./indonesian-passwords.ts";

type CommonLanguage = typeof import("@zxcvbn-ts/language-common");

const leet = new Map(Object.entries({ "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", $: "s" }));

/** What people put behind a word because they were told to: digits, a year, a sign. */
const tail = /\d{0,4}[!.?*@#$]?$/;
/** Below this length a word says nothing about the password it stands in. */
const shortestStem = 4;

let known: ReadonlySet<string> | undefined;

/** Some 49,000 passwords from leaks; unpacked on first use, since most processes never see a new password. */
function commonPasswords(): ReadonlySet<string> {
  const { dictionary } = createRequire(import.meta.url)("@zxcvbn-ts/language-common") as CommonLanguage;
  return new Set([...dictionary["passwords-common"], ...indonesianPasswords.trim().split(/\s+/)]);
}

function plainLetters(text: string): string {
  return [...text].map((character) => leet.get(character) ?? character).join("");
}

/**
 * Whether guessers try this password among their first: a leaked one, one with the usual ornament behind it, or a
 * pattern of keys and digits. Letter case and `p@ssw0rd` spelling do not help.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  if (isGuessablePattern(text)) return true;
  known ??= commonPasswords();
  const stem = text.replace(tail, "");
  const stems = stem.length >= shortestStem ? [stem, plainLetters(stem)] : [];
  return [text, plainLetters(text), ...stems].some((candidate) => known?.has(candidate));
}
