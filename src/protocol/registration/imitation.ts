/** Letters and signs that pass for a Latin letter: Greek, Cyrillic, digits. Whatever looks alike becomes the same. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["a", "аαᴀ4@"],
    ["b", "вβь8"],
    ["c", "сϲ¢"],
    ["d", "ԁɗ"],
    ["e", "еεєё3€"],
    ["g", "ɡ9"],
    ["h", "һнħ"],
    ["k", "кκ"],
    // i, l and 1 cannot be told apart in many a typeface.
    ["l", "iіıιɩł1|!ӏ"],
    ["m", "мμ"],
    ["n", "пηո"],
    ["o", "оοσ0ø"],
    ["p", "рρ"],
    ["r", "гɾ"],
    ["s", "ѕ5$"],
    ["t", "тτ7"],
    ["u", "υцս"],
    ["v", "ν"],
    ["x", "хχ"],
    ["y", "уγ"],
  ].flatMap(([letter = "", others = ""]) => [...others].map((other) => [other, letter])),
);

/** A name's words as the eye takes them: without case, accents, invisible signs and look-alikes. */
function wordsOf(name: string): readonly string[] {
  const bare = name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
  const latin = Array.from(bare, (sign) => lookalikes[sign] ?? sign).join("");
  return latin
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** What anybody says of themselves who wants to pass for the service or its staff. */
const official = new Set(
  wordsOf(
    `account accounts admin administrator admins app apps aplikasi akun auth authentication autentikasi bantuan care center
    centre cs customer desk dev developer developers help helpdesk id identitas identity ip keamanan layanan live login
    masuk oauth official online page pages password pelanggan portal pusat resmi sandi secure security service services
    server sign signin sistem sso staf staff support system team the tim verification verified verifikasi terverifikasi web
    website`,
  ),
);

/** Shorter words are too near to too many others. */
const shortestNear = 6;

/** The same, or one letter more, less or other. */
function isNear(word: string, other: string): boolean {
  if (word === other) return true;
  if (word.length < shortestNear || other.length < shortestNear) return false;
  let start = 0;
  while (start < word.length && word[start] === other[start]) start++;
  const tails = [
    [start + 1, start + 1],
    [start + 1, start],
    [start, start + 1],
  ] as const;
  return tails.some(([one, two]) => word.slice(one) === other.slice(two));
}

/** Whether some words in a row, written as one, are the operator's name. */
function holdsRun(words: readonly string[], whole: string): boolean {
  return words.some((word, from) => {
    let run = "";
    for (const next of words.slice(from)) {
      run += next;
      if (run.length > whole.length + 1) break;
      if (isNear(run, whole)) return true;
    }
    return whole.length >= shortestNear && word.includes(whole);
  });
}

/**
 * Whether an application's name could be read as the operator's own (contract §8): it holds the operator's name, however
 * spelt, or consists of nothing but the operator's words and such as "official", "support", "login".
 */
export function imitates(name: string, operatorName: string): boolean {
  const words = wordsOf(name);
  const own = wordsOf(operatorName);
  if (words.length === 0) return false;
  if (holdsRun(words, own.join(""))) return true;
  return words.every((word) => official.has(word) || own.some((one) => isNear(word, one)));
}
