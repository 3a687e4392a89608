import { sameHash } from "../../protocol/hash.ts";
import { mintToken, parseToken } from "../../protocol/tokens/opaque.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { Instant } from "../../storage/port/time.ts";
import type { Site } from "../../web/context.ts";

const setting = "setup";
const lifetime = 3_600_000;

interface StoredLink {
  readonly hash: string;
  readonly expiresAt: Instant;
}

/**
 * A link with which whoever starts a fresh installation makes its first administrator: valid for an hour, once, and only
 * while there is no user. A later start replaces it. Null when there is a user.
 */
export async function newSetupLink(site: Site): Promise<string | null> {
  const { storage, ids, entropy, clock, issuer } = site;
  const minted = mintToken("setup", ids, entropy);
  const link: StoredLink = { hash: minted.hash, expiresAt: clock() + lifetime };
  const made = await storage.write(async ({ users, settings }) => {
    if (!(await users.isEmpty())) return false;
    await settings.put(setting, JSON.stringify(link));
    return true;
  });
  return made ? `${issuer}/setup?token=${minted.token}` : null;
}

/**
 * Why a link makes no administrator; undefined when it may. The link is read before the users: who makes the
 * administrator in between has spent it, and it counts as used.
 */
export async function setupProblem(
  { users, settings }: Pick<Repositories, "users" | "settings">,
  token: string,
  now: Instant,
): Promise<"link_unknown" | "link_expired" | "link_used" | undefined> {
  const stored = await settings.get(setting);
  if (!(await users.isEmpty())) return "link_used";
  const proof = parseToken("setup", token);
  if (!proof || stored === undefined) return "link_unknown";
  const link = JSON.parse(stored) as StoredLink;
  if (!sameHash(proof.hash, link.hash)) return "link_unknown";
  return link.expiresAt > now ? undefined : "link_expired";
}

/** Spends the link; false when another unit did. */
export function endSetup({ settings }: Pick<Repositories, "settings">): Promise<boolean> {
  return settings.delete(setting);
}
