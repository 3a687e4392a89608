import type { Entropy } from "../protocol/ambient.ts";

const codes = 1_000_000;
/** The largest multiple of `codes` in 32 bits: what lies above would make low codes likelier. */
const bound = 4_294_000_000;

/** Guesses that one code bears. */
export const codeAttempts = 5;

/** Six random digits, each code equally likely. */
export function oneTimeCode(entropy: Entropy): string {
  const drawn = Buffer.from(entropy(4)).readUInt32BE();
  return drawn < bound ? String(drawn % codes).padStart(6, "0") : oneTimeCode(entropy);
}

/** The code in what a person typed or pasted (`123 456`); undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
  const digits = text.slice(0, 40).replace(/[\s\p{Pd}]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
