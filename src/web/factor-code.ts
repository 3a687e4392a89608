import { CatalogueError } from "../errors/catalogue-error.ts";
import { matchLocale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import { greetingName } from "../identity/greeting-name.ts";
import { codeAttempts, oneTimeCode } from "../identity/one-time-code.ts";
import type { Challenge } from "../storage/port/challenges.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { countCodeTo } from "./limit.ts";
import { queueMail } from "./mail.ts";
import { newChallenge } from "./mailed-link.ts";

/** Milliseconds. */
const lifetime = 10 * 60_000;

/**
 * Mails a code to somebody whose first proof was right; it counts for `occasion` (a half-done sign-in, a session) and
 * nothing else. Resolves to the id of what was sent; throws `rate_limited` below the limits of contract §5.
 */
export async function sendFactorCode(c: AppContext, user: User, occasion: string): Promise<string> {
  const { site } = c.var;
  const address = user.email ?? "";
  await countCodeTo(c, address);
  const code = oneTimeCode(site.entropy);
  const facts = { purpose: "factor_code", address, userId: user.id, payload: occasion } as const;
  const { challenge } = newChallenge(site, facts, lifetime);
  const codeHash = site.keys.sign("one-time-code", `${challenge.id} ${code}`);
  const { subject, text } = messages(matchLocale(user.locale ?? "") ?? c.var.locale).mail.factorCode;
  const content = text({
    name: greetingName(user.name),
    service: site.name,
    link: `${site.issuer}/forgot`,
    code,
  });
  await site.storage.write(async (repositories) => {
    await repositories.challenges.create({ ...challenge, codeHash });
    await queueMail(repositories, site, { to: address, subject, text: content, code });
  });
  return challenge.id;
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
  try {
    return await sendFactorCode(c, user, occasion);
  } catch (error) {
    if (error instanceof CatalogueError) return undefined;
    throw error;
  }
}

/** What was sent to this person for this occasion, if it can still be used. */
export async function findFactorCode(
  c: AppContext,
  id: string | undefined,
  userId: number,
  occasion: string,
): Promise<Challenge | undefined> {
  if (id === undefined) return undefined;
  const { storage, clock } = c.var.site;
  const found = await storage.committed.challenges.find(id);
  const meant = found?.purpose === "factor_code" && found.userId === userId && found.payload === occasion;
  return meant && found.usedAt === null && found.expiresAt > clock() ? found : undefined;
}

/** Counts the guess before looking at it; a code bears five. */
export async function isFactorCode(c: AppContext, challenge: Challenge, code: string): Promise<boolean> {
  const { storage, keys } = c.var.site;
  const counted = await storage.write(({ challenges }) => challenges.attempt(challenge.id, codeAttempts));
  return counted && keys.verify("one-time-code", `${challenge.id} ${code}`, challenge.codeHash ?? "");
}
