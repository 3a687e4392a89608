/** A component of `application/x-www-form-urlencoded` (RFC 6749 appendix B); undefined when its percent-encoding or its UTF-8 is broken. */
export function formDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
