import { oauthError } from "../../../errors/catalogue-error.ts";
import { firstOutside } from "../../scope.ts";
import type { Grant } from "../grant.ts";
import { requestedScopes, requireKnown } from "../requested-scope.ts";

/** Put into a token only for a person who is an admin, so never by this grant (contract §8). */
const adminScope = "admin";

/**
 * RFC 6749 §4.4: the client acts for itself, so the token has no user. Without `scope` it gets all that is registered for
 * it and that this grant can give.
 */
export function clientCredentialsGrant(): Grant {
  return {
    grantType: "client_credentials",
    confidentialOnly: true,
    async authorize({ parameters, client }, { scopes }) {
      const possible = client.scopes.filter((scope) => scope !== adminScope);
      const requested = requestedScopes(parameters);
      if (requested) {
        const scope = firstOutside(requested, possible);
        if (scope !== undefined) {
          await requireKnown(requested, scopes);
          throw oauthError("invalid_scope", "scope_not_permitted", { scope });
        }
      }
      return { concluded: { subject: null, scopes: requested ?? possible, refreshScopes: null } };
    },
  };
}
