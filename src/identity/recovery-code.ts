import type { Entropy } from "../protocol/ambient.ts";

/** No i, l, o and u: what a hand wrote down is read back as it was meant. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const length = 10;
const lookAlikes: Readonly<Record<string, string>> = { i: "1", l: "1", o: "0" };

/** How many codes there are. */
export const recoveryCodeSpace = alphabet.length ** length;

/** Codes that a person gets at once. */
export const recoveryCodeCount = 8;

/** `xxxxx-xxxxx`, 50 random bits. */
function recoveryCode(entropy: Entropy): string {
  const letters = Array.from(entropy(length), (byte) => alphabet.charAt(byte % 32)).join("");
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

export function recoveryCodes(entropy: Entropy): readonly string[] {
  return Array.from({ length: recoveryCodeCount }, () => recoveryCode(entropy));
}

/** The code in what a person typed, as it was given out; undefined when it cannot be one. */
export function readRecoveryCode(text: string): string | undefined {
  const typed = text
    .slice(0, 40)
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, "");
  const letters = typed.replace(/[ilo]/g, (letter) => lookAlikes[letter] ?? letter);
  if (letters.length !== length || ![...letters].every((letter) => alphabet.includes(letter)))
    return undefined;
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
