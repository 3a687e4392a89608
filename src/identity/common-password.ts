import { names } from "./common-passwords/names.ts";
import { wholes } from "./common-passwords/wholes.ts";
import { words } from "./common-passwords/words.ts";

/** Rows and columns of a keyboard, the alphabet and the digits: what fingers walk along. */
const walks = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "qazwsxedcrfvtgbyhnujmikolp",
  "q1w2e3r4t5y6u7i8o9p0",
  "1q2w3e4r5t6y7u8i9o0p",
  "!@#$%^&*()",
];

const leet = new Map(Object.entries({ "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", $: "s" }));

/** What people put behind a word: one or two digits, a year, a run, one sign. */
const tail =
  /^(?:\d{0,2}|(\d)\1{2,5}|19[5-9]\d|20[0-3]\d|123(?:4(?:5(?:6(?:78?9?)?)?)?)?|321|007|786|313|420|911|666|abc|qwe|xyz)[!.?*@#$]?$/;
const head = /^(?:1|12|123|1234|12345|123456|00|007|my|the|i|im|aku|saya)?$/;

let loaded: { readonly words: ReadonlySet<string>; readonly wholes: ReadonlySet<string> } | undefined;

/** Split on first use: most processes start without ever seeing a new password. */
function lists() {
  loaded ??= {
    words: new Set(`${words} ${names}`.split(/\s+/)),
    wholes: new Set(wholes.split(/\s+/)),
  };
  return loaded;
}

/** One unit of up to four characters over and over: `aaaaaaaa`, `12121212`, `abcabcabc`. */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1+$/.test(text) && text.length >= 6;
}

/** A stretch of a walk in either direction, or two of them (`asdfjkl;`, `qwer1234`), each of at least three keys. */
function isWalk(text: string): boolean {
  const strides = walks.flatMap((walk) => [walk, [...walk].reverse().join("")]);
  const longest = (rest: string) => {
    let length = rest.length;
    while (length > 2 && !strides.some((stride) => stride.includes(rest.slice(0, length)))) length -= 1;
    return length;
  };
  let rest = text;
  for (let legs = 0; legs < 2 && rest.length > 2; legs++) {
    const length = longest(rest);
    if (length < 3) return false;
    rest = rest.slice(length);
  }
  return rest === "";
}

/** A day as eight digits, in any of the usual orders. */
function isDate(text: string): boolean {
  const year = "(?:19|20)\\d\\d";
  const two = "(?:0[1-9]|[12]\\d|3[01])";
  return new RegExp(`^(?:${year}${two}${two}|${two}${two}${year})$`).test(text);
}

/** A common word with something before or behind it, or twice. */
function isDecoratedWord(text: string): boolean {
  const { words: known } = lists();
  if (text.length % 2 === 0 && text.slice(0, text.length / 2) === text.slice(text.length / 2))
    return known.has(text.slice(text.length / 2));
  for (let start = 0; start <= 6; start++) {
    if (!head.test(text.slice(0, start))) continue;
    for (let end = text.length; end > start + 2; end--) {
      if (tail.test(text.slice(end)) && known.has(text.slice(start, end))) return true;
    }
  }
  return false;
}

function plainLetters(text: string): string {
  return [...text].map((character) => leet.get(character) ?? character).join("");
}

/**
 * Whether guessers try this password among their first ten thousand: the well-known ones, common words and names with
 * the usual ornaments, walks over the keyboard, repetitions and dates. Letter case and `p@ssw0rd` spelling do not help.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  if (text.length > 40) return isRepetition(text);
  if (isRepetition(text) || isWalk(text) || isDate(text)) return true;
  if (lists().wholes.has(text) || isDecoratedWord(text)) return true;
  const letters = text.replace(/[^a-z@$!0134]+$|[\d!]{1,4}$/, "");
  return isDecoratedWord(plainLetters(letters)) || isDecoratedWord(plainLetters(text));
}
