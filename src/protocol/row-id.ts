import type { Clock, Entropy } from "./ambient.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Makes ids that sort by creation: 26 characters of Crockford's base 32, 48 bits of time and 80 of chance. */
export type RowIds = () => string;

/** Length of a row id in characters. */
export const rowIdLength = 26;

function timePart(now: number): string {
  let rest = now;
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = alphabet.charAt(rest % 32) + text;
    rest = (rest - (rest % 32)) / 32;
  }
  return text;
}

export function rowIds(clock: Clock, entropy: Entropy): RowIds {
  return () => {
    let chance = "";
    for (const byte of entropy(16)) chance += alphabet.charAt(byte % 32);
    return timePart(clock()) + chance;
  };
}
