/** Where a page's form may end up: browsers check every hop of the redirect that follows it. */
export type FormTarget = { readonly redirectUri: string };

/**
 * Source expression for `form-action` that lets a form end in a redirect to `redirectUri`: every https origin, beside it
 * `http:` for a loopback redirect or the private scheme of a native application (contract §10).
 */
function formActions(target: FormTarget | undefined): string {
  if (!target) return "'self'";
  const { protocol } = new URL(target.redirectUri);
  return protocol === "https:" ? "'self' https:" : `'self' https: ${protocol}`;
}

/** Policy of an HTML page: nothing inline, nothing foreign, never framed. */
export function contentSecurityPolicy(target?: FormTarget): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action ${formActions(target)}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
