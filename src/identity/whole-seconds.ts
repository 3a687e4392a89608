/** Rounded up: a client that waits them is never too early. */
export function wholeSeconds(milliseconds: number): number {
  const part = milliseconds % 1000;
  return (milliseconds - part) / 1000 + (part > 0 ? 1 : 0);
}
