/** The redirect URI of the page that tries an application out: it works for those applications that register it. */
export function tryCallback(issuer: string): string {
  return `${issuer}/developer/try/callback`;
}
