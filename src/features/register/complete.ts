import { newUser } from "../../identity/new-user.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import { signIn } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { ownInteraction } from "../../web/own-interaction.ts";
import { pendingOf } from "./pending.ts";

/** Goes on with an authorization request after sign-in; answers the redirect. */
export type Advance = (c: AppContext, interactionId: string) => Promise<Response>;

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

/** Signs the new account in, then back to what the person came for. */
export async function enter(
  c: AppContext,
  advance: Advance,
  userId: number,
  interactionId: string | null,
): Promise<Response> {
  const { session } = await signIn(c, userId);
  const interaction = await ownInteraction(c, interactionId);
  if (!interaction) return c.redirect("/account", 303);
  await c.var.site.storage.write(({ interactions }) => interactions.choose(interaction.id, session.id));
  return advance(c, interaction.id);
}
