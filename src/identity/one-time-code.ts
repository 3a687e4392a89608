import type { Entropy } from "../protocol/ambient.ts";

/** How many codes there are. */
export const codes = 1_000_000;
/** The largest multiple of `codes` in 32 bits: what lies above would make low codes likelier. */
const bound = 4_294_000_000;

/** Guesses that one code bears. */
export const codeAttempts = 5;

/** Six random digits, each code equally likely. */
export function oneTimeCode(entropy: Entropy): string {
  const drawn = Buffer.from(entropy(4)).readUInt32BE();
  return drawn < bound ? String(drawn % codes).padStart(6, "0") : oneTimeCode(entropy);
}

/** Digits as Arabic, Persian and full-width keyboards write them; the low four bits of each are its value. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** The code in what a person typed or pasted (`123 456`, `١٢٣٤٥٦`); undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
  const digits = text
    .slice(0, 40)
    .replace(/[\s\p{Pd}\p{Cf}]/gu, "")
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
