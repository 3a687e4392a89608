import { apiError, type CatalogueError } from "../../errors/catalogue-error.ts";
import type { AppContext } from "../../web/context.ts";
import { type Advance, enterFully, refuseInMaintenance } from "../../web/enter.ts";
import type { Onward } from "../../web/onward.ts";
import { attemptPasskey } from "../../web/passkey-attempt.ts";

/** What the challenge of the sign-in page is made for. */
export const signInOccasion = "sign-in";

/**
 * Signs in by a passkey alone: it says who is there, and the device has recognised the person (PIN, fingerprint, face), so
 * it is two factors in one and no other is asked for.
 */
export async function signInByPasskey(
  c: AppContext,
  advance: Advance,
  to: Onward,
  credential: string,
): Promise<Response | "wrongPasskey" | CatalogueError> {
  const proof = await attemptPasskey(c, { credential, occasion: signInOccasion, userVerification: true });
  const user = proof && (await c.var.site.storage.committed.users.find(proof.passkey.userId));
  if (!user) return "wrongPasskey";
  if (user.status !== "active") return apiError("permission_denied", "user_disabled");
  await refuseInMaintenance(c, user);
  const answer = await enterFully(c, advance, user.id, to, (_user, all) => proof.accept(all));
  return answer ?? "wrongPasskey";
}
