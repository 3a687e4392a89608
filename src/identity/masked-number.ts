/** Enough of a number for its owner to know which is meant: `+62•••789`. */
export function maskedNumber(e164: string): string {
  return `${e164.slice(0, 3)}•••${e164.slice(-3)}`;
}
