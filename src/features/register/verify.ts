import { codeAttempts, readCode } from "../../identity/one-time-code.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { AppContext } from "../../web/context.ts";
import { deviceOf } from "../../web/device.ts";
import { type Pending, pendingOf } from "./pending.ts";
import type { CodeProblem } from "./verify.page.tsx";

/** The registration that the address names, if it was begun in this very browser; open or not. */
export async function ownRegistration(
  c: AppContext,
): Promise<{ readonly challenge: Challenge; readonly pending: Pending } | undefined> {
  const id = c.req.query("registration") ?? "";
  const challenge = await c.var.site.storage.committed.challenges.find(id);
  const pending = challenge?.purpose === "register" ? pendingOf(challenge) : undefined;
  return challenge && pending?.deviceHash === deviceOf(c).hash ? { challenge, pending } : undefined;
}

/** Whether a code can still be tried. */
export function closed(c: AppContext, challenge: Challenge): CodeProblem | undefined {
  if (challenge.usedAt !== null) return "spent";
  return challenge.expiresAt > c.var.site.clock() ? undefined : "expired";
}

/** Counts the guess before looking at it, so that guesses made at the same time are counted too. */
export async function tryCode(
  c: AppContext,
  challenge: Challenge,
  typed: string,
): Promise<CodeProblem | undefined> {
  const { storage, keys } = c.var.site;
  const code = readCode(typed);
  if (code === undefined) return "wrong";
  const counted = await storage.write(({ challenges }) => challenges.attempt(challenge.id, codeAttempts));
  if (!counted) return "spent";
  const right = keys.verify("one-time-code", `${challenge.id} ${code}`, challenge.codeHash ?? "");
  // Nobody was sent the code of a registration for an address that has an account: a lucky guess is no proof.
  return right && challenge.userId === null ? undefined : "wrong";
}
