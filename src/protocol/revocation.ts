import { authenticateClient, type ClientDesk } from "./client-authentication/authenticate.ts";
import type { ClientRequest } from "./client-request/client-request.ts";
import { readParameters, required } from "./client-request/read-parameters.ts";
import { findToken } from "./tokens/find-token.ts";

/**
 * RFC 7009 §2: a refresh token takes its whole family along, an access token dies alone. Resolves for tokens that do not
 * exist (§2.2), and whatever `token_type_hint` says: the token itself tells its kind.
 *
 * Known deviation: §2.1 has a token of another client refused with an error. It is left as it is and answered like an
 * unknown one, so that nobody learns whether a token they found is alive.
 */
export async function answerRevocation(request: ClientRequest, desk: ClientDesk): Promise<void> {
  const parameters = await readParameters(request);
  const client = await authenticateClient(request, parameters, desk);
  const { storage, clock } = desk;
  const found = await findToken(required(parameters, "token"), storage.committed.authorizations);
  if (found?.token.clientId !== client.id) return;
  await storage.write(({ authorizations }) =>
    found.kind === "access"
      ? authorizations.revokeAccessToken(found.token.id, clock())
      : authorizations.revoke(found.token.authorizationId, "revoked_by_client", clock()),
  );
}
