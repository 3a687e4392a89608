import { newUser } from "../../identity/new-user.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { AppContext } from "../../web/context.ts";
import { pendingOf } from "./pending.ts";

/**
 * Opens the account of a registration whose address is proven. "used": another request was quicker; "taken": the address
 * got an account in the meantime (or had one all along).
 */
export async function openAccount(
  c: AppContext,
  challenge: Challenge,
): Promise<{ readonly userId: number } | "used" | "taken"> {
  const { storage, clock } = c.var.site;
  const { name, email, passwordHash } = pendingOf(challenge);
  const now = clock();
  return storage.write(async ({ challenges, users }) => {
    if (!(await challenges.use(challenge.id, now))) return "used";
    const created = await users.create(newUser(name, now, { email, emailVerifiedAt: now, passwordHash }));
    return "taken" in created ? "taken" : { userId: created.id };
  });
}
