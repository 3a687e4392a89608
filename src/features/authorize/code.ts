import { maySignIn } from "../../identity/test-access.ts";
import { type CodeStep, scopesFor } from "../../protocol/authorize/next-step.ts";
import { readParameters } from "../../protocol/authorize/parameters.ts";
import { judge } from "../../protocol/authorize/pipeline.ts";
import { parametersOf } from "../../protocol/authorize/request.ts";
import { isWithin } from "../../protocol/scope.ts";
import { mintToken } from "../../protocol/tokens/opaque.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { AuthorizationRequest } from "../../storage/port/interactions.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { Site } from "../../web/context.ts";
import type { Flow } from "./flow.ts";

/** Whether the request would be accepted from the application as it is registered now. */
function isStillAccepted(request: AuthorizationRequest, client: Client | undefined): boolean {
  const parameters = readParameters(parametersOf(request));
  return judge({ parameters, client, knownScopes: request.scopes }).kind === "accepted";
}

/**
 * Whether all that the step was decided by is still so. Person, sign-in and consent then stay so until the unit ends: a
 * password that is replaced, a sign-in that is ended, a consent that is revoked meanwhile finds the new code and kills it,
 * or comes first and leaves none. The application is asked again when the code is redeemed.
 */
async function stillStands(
  { users, sessions, clients, consents, testers }: Repositories,
  { request }: Flow,
  { account, scopes, consent }: CodeStep,
): Promise<boolean> {
  const user = await users.find(account.user.id);
  if (user?.status !== "active" || !isWithin(scopes, scopesFor(user, scopes))) return false;
  if (!(await sessions.find(account.session.id))) return false;
  const client = await clients.present(request.clientId);
  if (!(client && isStillAccepted(request, client))) return false;
  if (!(await maySignIn(client, user, testers))) return false;
  if (consent === "just_given") return true;
  const stored = await consents.find(user.id, request.clientId);
  return isWithin(scopes, stored?.scopes ?? []);
}

/**
 * Stores a code with its authorization, and the consent it rests on, in one unit. A stored interaction gives exactly one
 * code (`"finished"` to everybody after); when what decided about it has changed meanwhile there is none (`"changed"`).
 */
export async function issueCode(
  { storage, ids, entropy, clock, lifetimes }: Site,
  flow: Flow,
  step: CodeStep,
): Promise<{ readonly code: string } | "finished" | "changed"> {
  const now = clock();
  const { interaction, request } = flow;
  const { account, scopes } = step;
  const userId = account.user.id;
  const { provenAt } = account.session;
  const { clientId, redirectUri, codeChallenge } = request;
  const minted = mintToken("authorizationCode", ids, entropy);
  const authorizationId = ids();
  return storage.write(async (all) => {
    const { authorizations, consents, interactions, sessions } = all;
    if (!(await stillStands(all, flow, step))) return "changed";
    if (interaction && !(await interactions.finish(interaction.id, now))) return "finished";
    const shared = { clientId, userId, scopes };
    const open = { revokedAt: null, revocationReason: null };
    await authorizations.create({ id: authorizationId, ...shared, createdAt: now, provenAt, ...open });
    await authorizations.addCode({
      id: minted.id,
      hash: minted.hash,
      authorizationId,
      ...shared,
      redirectUri,
      codeChallenge,
      issuedAt: now,
      expiresAt: now + lifetimes.authorizationCode * 1000,
      redeemedAt: null,
    });
    await consents.grant(userId, clientId, scopes, now);
    await sessions.touch(account.session.id, now);
    return { code: minted.token };
  });
}
