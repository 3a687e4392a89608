import { oauthError } from "../../../errors/catalogue-error.ts";
import { firstOutside, parseScope } from "../../scope.ts";
import type { Check, ProvenRequest } from "../check.ts";

/** What an application gets that asks for nothing (RFC 6749 §3.3 lets the server say). */
export const defaultScopes: readonly string[] = ["view-user"];

/** RFC 6749 §3.3: well-formed, known to this server, and on the client's registration. */
export const scope: Check<ProvenRequest> = ({ parameters, client, knownScopes }) => {
  const value = parameters.get("scope");
  const wanted = value === undefined ? defaultScopes : parseScope(value);
  if (!wanted) return oauthError("invalid_scope", "scope_malformed");
  if (firstOutside(wanted, knownScopes) !== undefined)
    return oauthError("invalid_scope", "scope_unknown", { supported: knownScopes.join(", ") });
  const refused = firstOutside(wanted, client.scopes);
  return refused === undefined
    ? undefined
    : oauthError("invalid_scope", "scope_not_permitted", { scope: refused });
};
