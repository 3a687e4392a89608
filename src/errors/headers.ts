import type { CatalogueError } from "./catalogue-error.ts";
import { errorUri } from "./error-uri.ts";

/** A quoted-string of RFC 9110 §5.6.4; what may not stand in one is dropped. */
function quoted(value: string): string {
  return `"${value.replace(/[^\x20-\x7e]/g, "").replace(/["\\]/g, "\\$&")}"`;
}

/** Whose credentials are asked for. */
export interface Realm {
  readonly issuer: string;
  readonly service: string;
}

/** The service's name; where a header cannot carry it, the host. */
function realmOf({ issuer, service }: Realm): string {
  return `realm=${quoted(/^[\x20-\x7e]+$/.test(service) ? service : new URL(issuer).host)}`;
}

/** Whole seconds, at least 1, on every 429 and 503 and nowhere else. */
export function retrySeconds(error: CatalogueError): number | undefined {
  if (error.status !== 429 && error.status !== 503) return undefined;
  return Math.max(1, Math.ceil(error.retryAfter ?? 1));
}

/** The one thing by which a rehearsed error differs from a real one; its value is the error's name. */
export const rehearsedHeader = "Mubarokah-Rehearsed";

/** The mark of an error that was asked for, on whatever it is answered with; nothing on a real one. */
export function rehearsalMark({ extras, code, reason }: CatalogueError): Record<string, string> {
  return extras.rehearsed ? { [rehearsedHeader]: `${code}/${reason}` } : {};
}

/** Headers that an error has in every form, JSON or page: never cached, `Retry-After`, `Allow`, the thrower's own. */
export function errorHeaders(error: CatalogueError): Record<string, string> {
  const retryAfter = retrySeconds(error);
  const { allowed } = error.parameters;
  return {
    "Cache-Control": "no-store",
    Pragma: "no-cache",
    ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
    ...(error.status !== 405 || allowed === undefined ? {} : { Allow: String(allowed) }),
    ...error.extras.headers,
    ...rehearsalMark(error),
  };
}

/** RFC 6750 §3: a request without a usable token learns nothing but the realm, else clients re-authorise in a loop. */
function bearerChallenge(error: CatalogueError, realm: Realm): string {
  const parts = [realmOf(realm)];
  const explained = [
    `error_description=${quoted(error.description)}`,
    `error_uri=${quoted(errorUri(realm.issuer, error))}`,
  ];
  if (error.code === "token_expired" || error.code === "token_invalid")
    parts.push('error="invalid_token"', ...explained);
  if (error.code === "insufficient_scope") {
    parts.push('error="insufficient_scope"');
    const scope = error.extras.scope ?? error.parameters.scope;
    if (scope !== undefined) parts.push(`scope=${quoted(String(scope))}`);
    parts.push(...explained);
  }
  return `Bearer ${parts.join(", ")}`;
}

function challenge(error: CatalogueError, realm: Realm): string | undefined {
  if (error.family === "api")
    return error.status === 401 || error.status === 403 ? bearerChallenge(error, realm) : undefined;
  // Without the header no challenge (RFC 6749 §5.2): a browser would open its own password window.
  const due = error.code === "invalid_client" && error.extras.basicChallenge;
  return due ? `Basic ${realmOf(realm)}, charset="UTF-8"` : undefined;
}

/** `errorHeaders` and the challenge, for endpoints that programs call. */
export function wireHeaders(error: CatalogueError, realm: Realm): Record<string, string> {
  const challenged = challenge(error, realm);
  return {
    ...errorHeaders(error),
    ...(challenged === undefined ? {} : { "WWW-Authenticate": challenged }),
  };
}

/** Status of the page that shows an error; what would travel by redirect is the application's mistake or the person's no. */
export function pageStatus(error: CatalogueError): number {
  return error.status === 302 ? 400 : error.status;
}
