import type { CodeStep } from "../../protocol/authorize/next-step.ts";
import { isWithin } from "../../protocol/scope.ts";
import { mintToken } from "../../protocol/tokens/opaque.ts";
import type { Site } from "../../web/context.ts";
import type { Flow } from "./flow.ts";

/**
 * Stores a code with its authorization, and the consent it rests on, in one unit. A stored interaction gives exactly one
 * code (`"finished"` to everybody after); a consent revoked meanwhile gives none (`"consent_gone"`).
 */
export async function issueCode(
  { storage, ids, entropy, clock, lifetimes }: Site,
  { interaction, request }: Flow,
  { account, scopes, consent }: CodeStep,
): Promise<{ readonly code: string } | "finished" | "consent_gone"> {
  const now = clock();
  const userId = account.user.id;
  const { clientId, redirectUri, codeChallenge } = request;
  const minted = mintToken("authorizationCode", ids, entropy);
  const authorizationId = ids();
  return storage.write(async ({ authorizations, consents, interactions, sessions }) => {
    if (consent === "standing") {
      const stored = await consents.find(userId, clientId);
      if (!isWithin(scopes, stored?.scopes ?? [])) return "consent_gone";
    }
    if (interaction && !(await interactions.finish(interaction.id, now))) return "finished";
    const shared = { clientId, userId, scopes };
    const open = { revokedAt: null, revocationReason: null };
    await authorizations.create({ id: authorizationId, ...shared, createdAt: now, ...open });
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
