import { CatalogueError } from "../errors/catalogue-error.ts";
import { matchLocale } from "../i18n/locale.ts";
import type { Challenge } from "../storage/port/challenges.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { closedCode, ownCode, tryCode } from "./one-time-code.ts";
import { sendCode } from "./send-code.ts";
import { whatsAppOutage } from "./whatsapp.ts";

/** Where a code for a person whom we know can go. */
export type CodeChannel = "email" | "phone";

/** What can be sent to this person, the likelier to be read first. */
export function channelsOf(c: AppContext, { email, phoneNumber }: User): readonly CodeChannel[] {
  const { whatsapp } = c.var.site;
  return [
    ...(whatsapp && phoneNumber !== null ? (["phone"] as const) : []),
    ...(email === null ? [] : (["email"] as const)),
  ];
}

/**
 * Sends a code to somebody whose first proof was right, or who is signed in; it counts for `occasion` (a half-done
 * sign-in, a session) and nothing else. Resolves to the id of what was sent.
 */
export async function sendFactorCode(
  c: AppContext,
  user: User,
  occasion: string,
  channel: CodeChannel,
): Promise<{ readonly id: string } | CatalogueError> {
  const { whatsapp } = c.var.site;
  const outage = channel === "phone" && whatsapp ? whatsAppOutage(whatsapp) : undefined;
  if (outage) return outage;
  const value = (channel === "phone" ? user.phoneNumber : user.email) ?? "";
  return sendCode(c, {
    purpose: "factor_code",
    to: { kind: channel, value },
    owner: user,
    userId: user.id,
    proven: true,
    locale: matchLocale(user.locale ?? "") ?? c.var.locale,
    budget: "whatsapp_to_known_numbers",
    delivery: "real",
    traceable: true,
    payload: { occasion },
  });
}

/**
 * Sends the code without being asked where there is nothing to choose: mailed codes are switched on and nothing else is.
 * When the limits forbid it, the page says how to go on.
 */
export async function sendOnlyCode(c: AppContext, user: User, occasion: string): Promise<string | undefined> {
  const { factors, passkeys } = c.var.site.storage.committed;
  const kinds = (await factors.list(user.id)).map(({ kind }) => kind);
  const only = kinds.every((kind) => kind === "email") && (await passkeys.list(user.id)).length === 0;
  if (!only || user.email === null) return undefined;
  const sent = await sendFactorCode(c, user, occasion, "email");
  return sent instanceof CatalogueError ? undefined : sent.id;
}

/** What was sent to this person for this occasion, if it can still be used. */
export async function findFactorCode(
  c: AppContext,
  id: string | undefined,
  userId: number,
  occasion: string,
): Promise<Challenge | undefined> {
  const own = await ownCode<{ readonly occasion: string }>(c, "factor_code", id);
  const meant = own?.challenge.userId === userId && own.payload.occasion === occasion;
  return own && meant && !closedCode(c, own.challenge) ? own.challenge : undefined;
}

/** Counts the guess before looking at it; a code bears five. */
export async function isFactorCode(c: AppContext, challenge: Challenge, code: string): Promise<boolean> {
  return (await tryCode(c, challenge, code)) === undefined;
}
