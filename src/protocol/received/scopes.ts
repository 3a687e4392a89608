import { leftOut } from "./redirect-uri.ts";

const most = 20;
/** What a scope looks like and no secret of this server does: no digit, and short where there are capital letters. */
const scopeLike = /^(?:[a-z][a-z._:/-]{0,59}|[A-Za-z][A-Za-z._:/-]{0,19})$/;

/** Received scopes as they may be kept. */
export function keptScopes(received: readonly string[]): readonly string[] {
  const scopes = received.slice(0, most).map((scope) => (scopeLike.test(scope) ? scope : leftOut));
  return received.length > most ? [...scopes, leftOut] : scopes;
}
