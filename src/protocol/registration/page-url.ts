/** Longest address of a page, in characters. */
export const pageUrlLimit = 2000;

/** The address of a page on the web as people may be sent there: https, no user name in it; undefined for all else. */
export function pageUrl(text: string): string | undefined {
  const url = text.length <= pageUrlLimit && URL.canParse(text) ? new URL(text) : undefined;
  const plain = url?.protocol === "https:" && url.username === "" && url.password === "";
  return plain && url.href.length <= pageUrlLimit ? url.href : undefined;
}
