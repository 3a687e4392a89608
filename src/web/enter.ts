import { apiError } from "../errors/catalogue-error.ts";
import { isAtLeast } from "../identity/role.ts";
import type { User } from "../storage/port/users.ts";
import { type StillRight, signIn } from "./browser-session.ts";
import type { AppContext } from "./context.ts";
import { sendOnlyCode } from "./factor-code.ts";
import { nextPath } from "./next-page.ts";
import type { Onward } from "./onward.ts";
import { ownInteraction } from "./own-interaction.ts";
import { asksForSecondFactor, beginPendingSignIn, pendingPath } from "./pending-sign-in.ts";

/** Goes on with an authorization request after sign-in; answers the redirect. */
export type Advance = (c: AppContext, interactionId: string) => Promise<Response>;

/**
 * The end of every way in: signs the person in and goes on to what they came for, or first asks for the second factor if
 * they have one. Undefined when what they proved is no longer so (`stillRight`); nobody was signed in then.
 */
export async function enter(
  c: AppContext,
  advance: Advance,
  userId: number,
  to: Onward,
  stillRight: StillRight = () => true,
): Promise<Response | undefined> {
  if (await asksForSecondFactor(c, c.var.site.storage.committed, userId)) {
    const begun = await beginPendingSignIn(c, userId, to, stillRight);
    if (!begun) return undefined;
    const sent = await sendOnlyCode(c, begun.user, begun.id);
    return c.redirect(pendingPath(begun.id, { sent }), 303);
  }
  return enterFully(c, advance, userId, to, async (user, repositories) => {
    if (await asksForSecondFactor(c, repositories, userId)) return false;
    return stillRight(user, repositories);
  });
}

/** The same where nothing more is asked for: the second factor was given, or the first was as good as two. */
export async function enterFully(
  c: AppContext,
  advance: Advance,
  userId: number,
  to: Onward,
  stillRight: StillRight,
): Promise<Response | undefined> {
  const session = await signIn(c, userId, stillRight);
  if (!session) return undefined;
  const interaction = await ownInteraction(c, to.interactionId);
  if (!interaction) return c.redirect(nextPath(to.next), 303);
  const { storage } = c.var.site;
  await storage.write(({ interactions }) => interactions.choose(interaction.id, session.id));
  return advance(c, interaction.id);
}

/** Everybody but admins waits until maintenance is over (contract §10). */
export async function refuseInMaintenance(c: AppContext, user: User): Promise<void> {
  const maintenance = await c.var.site.maintenance();
  if (!maintenance || isAtLeast(user.role, "admin")) return;
  throw apiError("service_unavailable", "maintenance", {}, { retryAfter: maintenance.retryAfter });
}
