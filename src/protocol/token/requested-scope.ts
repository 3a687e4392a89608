import { oauthError } from "../../errors/catalogue-error.ts";
import type { ScopeStore } from "../../storage/port/scopes.ts";
import type { Parameters } from "../client-request/client-request.ts";
import { firstOutside, parseScope } from "../scope.ts";

/** The scopes a token request names (RFC 6749 §3.3); undefined when it names none. */
export function requestedScopes(parameters: Parameters): readonly string[] | undefined {
  const value = parameters.get("scope");
  if (value === undefined) return undefined;
  const scopes = parseScope(value);
  if (!scopes) throw oauthError("invalid_scope", "scope_malformed");
  return scopes;
}

/** Refuses scopes this server does not know; what passes may be shown in a hint. */
export async function requireKnown(
  requested: readonly string[],
  scopes: Pick<ScopeStore, "list">,
): Promise<void> {
  const known = (await scopes.list()).map(({ name }) => name);
  if (firstOutside(requested, known) !== undefined)
    throw oauthError("invalid_scope", "scope_unknown", { supported: known.join(" ") });
}
