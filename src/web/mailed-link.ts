import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import { sameHash } from "../protocol/hash.ts";
import { mintToken, parseToken } from "../protocol/tokens/opaque.ts";
import type { Challenge, ChallengePurpose } from "../storage/port/challenges.ts";
import type { AppContext, Site } from "./context.ts";

const linkLifetime = 3_600_000;

/** A proof that is about to be mailed: what is stored of it, and the token that only the link holds. `lifetime` in milliseconds. */
export function newChallenge(
  { ids, entropy, clock }: Pick<Site, "ids" | "entropy" | "clock">,
  facts: Pick<Challenge, "purpose" | "address" | "userId" | "payload">,
  lifetime = linkLifetime,
): { readonly challenge: Challenge; readonly token: string } {
  const { id, hash, token } = mintToken("challenge", ids, entropy);
  const createdAt = clock();
  const expiresAt = createdAt + lifetime;
  const challenge = { ...facts, id, hash, codeHash: null, attempts: 0, createdAt, expiresAt, usedAt: null };
  return { challenge, token };
}

/** What a mailed link proves, or why it proves nothing. Looking changes nothing: programs open links before people do. */
export async function openLink(
  c: AppContext,
  purpose: ChallengePurpose,
  token: string | undefined,
): Promise<Challenge | CatalogueError> {
  const { storage, clock } = c.var.site;
  const proof = parseToken("challenge", token ?? "");
  const challenge = proof && (await storage.committed.challenges.find(proof.id));
  if (!challenge || challenge.purpose !== purpose || !sameHash(challenge.hash, proof.hash)) {
    return apiError("resource_not_found", "link_unknown");
  }
  if (challenge.usedAt !== null) return apiError("resource_not_found", "link_used");
  return challenge.expiresAt > clock() ? challenge : apiError("resource_not_found", "link_expired");
}
