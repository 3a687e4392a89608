/** Longest word of an address that has a digit, and longest that has none, in characters. */
const longestWithDigit = 12;
const longestWord = 32;

/** Undone as often as somebody may have done it twice by mistake. */
function decoded(text: string): string {
  let plain = text;
  for (let times = 0; times < 3; times += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}

/**
 * Whether a part of an address looks like a code, a token or somebody's number rather than like a name that a developer
 * gave: nobody can tell for sure, so what is in doubt is one.
 */
export function isSecretLike(part: string): boolean {
  const plain = decoded(part);
  if (plain.includes("@") || /^\d{4,}$/.test(plain)) return true;
  const words = plain.split(/[^A-Za-z0-9]+/);
  const isLong = (word: string) => word.length > (/\d/.test(word) ? longestWithDigit : longestWord);
  return words.some(isLong) || (plain.length > longestWithDigit && plain.replace(/\D/g, "").length >= 6);
}
