import type { User } from "../storage/port/users.ts";
import { signIn } from "./browser-session.ts";
import type { AppContext } from "./context.ts";
import { nextPath } from "./next-page.ts";
import { ownInteraction } from "./own-interaction.ts";

/** Goes on with an authorization request after sign-in; answers the redirect. */
export type Advance = (c: AppContext, interactionId: string) => Promise<Response>;

/** What the person came for. */
export interface Onward {
  /** The authorization request in whose middle they are, if it is still under way in this browser. */
  readonly interactionId?: string | null | undefined;
  /** The page of ours to go to otherwise. */
  readonly next?: string | undefined;
}

/**
 * The end of every way in: signs the person in and goes on to what they came for. Undefined when what they proved is
 * no longer so (`stillRight` is asked at the moment of writing); nothing was done then.
 */
export async function enter(
  c: AppContext,
  advance: Advance,
  userId: number,
  to: Onward,
  stillRight: (user: User) => boolean = () => true,
): Promise<Response | undefined> {
  const active = (user: User) => user.status === "active" && stillRight(user);
  const signedIn = await signIn(c, userId, active);
  if (!signedIn) return undefined;
  const interaction = await ownInteraction(c, to.interactionId);
  if (!interaction) return c.redirect(nextPath(to.next), 303);
  const { storage } = c.var.site;
  await storage.write(({ interactions }) => interactions.choose(interaction.id, signedIn.session.id));
  return advance(c, interaction.id);
}
