import { everyday } from "./common-passwords/everyday.ts";
import { indonesian } from "./common-passwords/indonesian.ts";
import { names } from "./common-passwords/names.ts";
import { parts } from "./common-passwords/parts.ts";
import { wholes } from "./common-passwords/wholes.ts";
import { words } from "./common-passwords/words.ts";
import { isGuessablePattern } from "./guessable-pattern.ts";

const leet = new Map(Object.entries({ "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", $: "s" }));

/** What people put behind a word: a digit or two, a year, a run, one sign. */
const tail =
  /^(?:\d{0,2}|(\d)\1{2,5}|19[5-9]\d|20[0-3]\d|123(?:4(?:5(?:6(?:78?9?)?)?)?)?|321|007|786|313|420|911|abc|qwe|xyz)[!.?*@#$]?$/;
const head = /^(?:\d|1[23]|1234?5?6?|00|007|my|the|i|im|aku|saya)?$/;

interface Lists {
  readonly words: ReadonlySet<string>;
  readonly cut: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly wholes: ReadonlySet<string>;
}

let loaded: Lists | undefined;

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

function splitLists(): Lists {
  const all = setOf(`${words} ${everyday} ${names} ${indonesian} ${parts}`);
  // Old systems cut passwords off after eight characters, and people kept what was left.
  const cut = [...all].filter((word) => word.length > 8).map((word) => word.slice(0, 8));
  return { words: all, cut: new Set(cut), parts: setOf(parts), wholes: setOf(wholes) };
}

/** Split on first use: most processes start without ever seeing a new password. */
function lists(): Lists {
  loaded ??= splitLists();
  return loaded;
}

function isOrPlural(known: ReadonlySet<string>, text: string): boolean {
  return known.has(text) || (text.endsWith("s") && known.has(text.slice(0, -1)));
}

/** A common word, alone or twice, or two of the short ones together. */
function isKnown(text: string): boolean {
  const known = lists();
  if (isOrPlural(known.words, text)) return true;
  for (let end = 2; end <= text.length - 2; end++) {
    const [first, second] = [text.slice(0, end), text.slice(end)];
    if (first === second && known.words.has(first)) return true;
    if (known.parts.has(first) && isOrPlural(known.parts, second)) return true;
  }
  return false;
}

/** A known word with the usual ornaments before and behind it. */
function isDecoratedWord(text: string): boolean {
  for (let start = 0; start <= 6; start++) {
    if (!head.test(text.slice(0, start))) continue;
    for (let end = text.length; end > start + 2; end--) {
      if (tail.test(text.slice(end)) && isKnown(text.slice(start, end))) return true;
    }
  }
  return false;
}

function plainLetters(text: string): string {
  return [...text].map((character) => leet.get(character) ?? character).join("");
}

/**
 * Whether guessers try this password among their first: the well-known ones, common words and names with the usual
 * ornaments, two short words together, patterns of keys and digits. Letter case and `p@ssw0rd` spelling do not help.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  if (isGuessablePattern(text)) return true;
  if (text.length > 40) return false;
  if (lists().wholes.has(text) || lists().cut.has(text) || isDecoratedWord(text)) return true;
  const letters = text.replace(/[\d!.?*#]{1,4}$/, "");
  return isDecoratedWord(plainLetters(letters)) || isDecoratedWord(plainLetters(text));
}
