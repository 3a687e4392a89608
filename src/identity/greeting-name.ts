const longest = 60;

/**
 * The name by which a mail greets, or null. Whoever registers chooses both name and address, so that a name with a link
 * or a number to call would let them send their own words to strangers through our mails.
 */
export function greetingName(name: string): string | null {
  const plain = /^[\p{L}\p{M}' ’-]+(?:\.(?: |$)[\p{L}\p{M}' ’-]*)*$/u;
  return [...name].length <= longest && plain.test(name) ? name : null;
}
