import { sha256 } from "../protocol/hash.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { AppContext } from "./context.ts";
import { readCookie, writeCookie } from "./cookies.ts";

const days = 30;

function presentHash(c: AppContext): string | undefined {
  const value = readCookie(c, "trusted");
  return value === undefined ? undefined : sha256(value);
}

/** Whether this person said, in this browser and not long ago, that the second factor need not be asked for here. */
export async function isTrustedDevice(
  c: AppContext,
  { trustedDevices }: Pick<Repositories, "trustedDevices">,
  userId: number,
): Promise<boolean> {
  const hash = presentHash(c);
  return hash !== undefined && trustedDevices.trusts(userId, hash, c.var.site.clock());
}

/**
 * Trust that is about to be given to this browser: `store` belongs into the unit of the sign-in, `keep` after it. The
 * cookie is a new one each time, for the one that came may have been planted here by somebody who knows it.
 */
export function newTrust(c: AppContext): {
  store(repositories: Pick<Repositories, "trustedDevices">, userId: number): Promise<void>;
  keep(): void;
} {
  const { entropy, clock } = c.var.site;
  const value = Buffer.from(entropy(32)).toString("base64url");
  const before = presentHash(c);
  return {
    async store({ trustedDevices }, userId) {
      const hash = sha256(value);
      if (before !== undefined) await trustedDevices.renew(before, hash);
      await trustedDevices.trust(userId, hash, clock() + days * 86_400_000);
    },
    keep: () => writeCookie(c, "trusted", value, days * 86_400),
  };
}
