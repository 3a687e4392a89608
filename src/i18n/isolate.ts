/**
 * A value inside a sentence that is read the other way: its own letters decide its direction, and nothing around it moves
 * (Unicode Bidirectional Algorithm, first strong isolate). Signs instead of `<bdi>`, so that mails have it too.
 */
export function isolate(value: string): string {
  return `\u2068${value}\u2069`;
}

/** The same for numbers, addresses and names of programs, which always run from left to right. */
export function leftToRight(value: string): string {
  return `\u2066${value}\u2069`;
}
