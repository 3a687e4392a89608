/** Longest redirect URI that can be registered, in characters (contract §8). */
export const redirectUriLimit = 2000;

/** RFC 8252 §7.3: a loopback IP literal; the name `localhost` is none (§8.3: it may resolve elsewhere), so its port never varies. */
const loopbackLiteral = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::([1-9]\d{0,4}))?((?:[/?].*)?)$/s;

function sameButForPort(received: string, registered: string): boolean {
  const one = loopbackLiteral.exec(received);
  const other = loopbackLiteral.exec(registered);
  if (!(one && other)) return false;
  return one[1] === other[1] && one[3] === other[3] && Number(one[2] ?? 80) <= 65_535;
}

/**
 * Whether a redirect may go to `received`: it equals a registered URI character for character (RFC 9700 §2.1), or, for a
 * public client, differs from one on a loopback literal in nothing but the port (RFC 8252 §7.3).
 */
export function isRegistered(
  received: string,
  client: { readonly redirectUris: readonly string[]; readonly confidential: boolean },
): boolean {
  if (client.redirectUris.includes(received)) return true;
  return !client.confidential && client.redirectUris.some((uri) => sameButForPort(received, uri));
}

/** What an application must mend before its redirect URI can be registered. */
export type RedirectUriProblem =
  | "too_long"
  /** Not an absolute URI of printable ASCII with a host or path that every browser reads alike. */
  | "malformed"
  | "fragment"
  | "userinfo"
  | "wildcard"
  /** http for another host than localhost, 127.0.0.1 or [::1]. */
  | "insecure"
  /** Neither https, nor http, nor a private scheme with a dot (RFC 8252 §7.1). */
  | "scheme"
  /** A private scheme is for public clients: on a device any application may claim it. */
  | "private_scheme_confidential";

const web = /^https?:\/\/([^/?#]+)([/?#].*)?$/;
const loopbackHttp = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?(?:[/?]|$)/;
const privateScheme = /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+:\/./;
const uriCharacters = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;

function isBrokenUri(uri: string): boolean {
  return !uriCharacters.test(uri) || /%(?![0-9A-Fa-f]{2})/.test(uri) || !URL.canParse(uri);
}

function hasUserinfo(uri: string): boolean {
  const authority = /^[^:]+:\/\/([^/?#]*)/.exec(uri)?.[1] ?? "";
  return authority.includes("@");
}

function schemeProblem(uri: string, confidential: boolean): RedirectUriProblem | undefined {
  if (/^https?:/.test(uri)) {
    // `https:host` and `https:///host` are other places to other parsers.
    if (!web.test(uri)) return "malformed";
    return uri.startsWith("https:") || loopbackHttp.test(uri) ? undefined : "insecure";
  }
  if (!privateScheme.test(uri)) return "scheme";
  return confidential ? "private_scheme_confidential" : undefined;
}

/** The rules of contract §8 for registering a redirect URI; undefined when it may be registered. */
export function redirectUriProblem(
  uri: string,
  { confidential }: { readonly confidential: boolean },
): RedirectUriProblem | undefined {
  if (uri.length > redirectUriLimit) return "too_long";
  if (isBrokenUri(uri)) return "malformed";
  if (uri.includes("#")) return "fragment";
  if (hasUserinfo(uri)) return "userinfo";
  if (uri.includes("*")) return "wildcard";
  return schemeProblem(uri, confidential);
}

/** Where a redirect URI leads, as a person should read it: host and port, or the private scheme of a native application. */
export function placeOf(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri);
  return protocol === "https:" || protocol === "http:" ? host : protocol.slice(0, -1);
}

/** The redirect URI with parameters added to a query it may have (RFC 6749 §4.1.2). */
export function withParameters(redirectUri: string, parameters: URLSearchParams): string {
  const glue = !redirectUri.includes("?") ? "?" : /[?&]$/.test(redirectUri) ? "" : "&";
  return `${redirectUri}${glue}${parameters}`;
}
