import { codeAttempts, readCode } from "../identity/one-time-code.ts";
import type { Challenge, ChallengePurpose } from "../storage/port/challenges.ts";
import type { AppContext, Site } from "./context.ts";
import { deviceOf } from "./device.ts";
import type { Onward } from "./onward.ts";

/** What is kept with every code beside what its purpose needs. */
export interface CodePayload extends Onward {
  /** SHA-256 of the device cookie of the browser that asked: only there the code can be typed. */
  readonly deviceHash: string;
  /** The message whose fate the page may tell; null where that would tell whether there is an account. */
  readonly messageId?: string | null;
}

export interface OwnCode<Extra> {
  readonly challenge: Challenge;
  readonly payload: Extra & CodePayload;
}

/** Why a code did not do what it is for; "spent" and "expired" cannot be mended by typing it again. */
export type CodeProblem = "stale" | "wrong" | "spent" | "expired";

/** What is stored of a code: six digits need a key. */
export function codeHashOf({ keys }: Pick<Site, "keys">, challengeId: string, code: string): string {
  return keys.sign("one-time-code", `${challengeId} ${code}`);
}

/** The code that the address names, if it was asked for in this very browser; open or not. */
export async function ownCode<Extra = unknown>(
  c: AppContext,
  purpose: ChallengePurpose,
  id: string | undefined,
): Promise<OwnCode<Extra> | undefined> {
  const challenge = await c.var.site.storage.committed.challenges.find(id ?? "");
  if (challenge?.purpose !== purpose) return undefined;
  const payload = JSON.parse(challenge.payload) as Extra & CodePayload;
  return payload.deviceHash === deviceOf(c).hash ? { challenge, payload } : undefined;
}

/** Whether a code can still be tried. */
export function closedCode(c: AppContext, challenge: Challenge): "spent" | "expired" | undefined {
  if (challenge.usedAt !== null || challenge.attempts >= codeAttempts) return "spent";
  return challenge.expiresAt > c.var.site.clock() ? undefined : "expired";
}

/** Undefined when it is right. Counts the guess before looking at it, so that guesses made at the same time are counted too. */
export async function tryCode(
  c: AppContext,
  challenge: Challenge,
  typed: string,
): Promise<"wrong" | "spent" | undefined> {
  const { storage, keys } = c.var.site;
  const code = readCode(typed);
  if (code === undefined) return "wrong";
  const counted = await storage.write(({ challenges }) => challenges.attempt(challenge.id, codeAttempts));
  if (!counted) return "spent";
  if (keys.verify("one-time-code", `${challenge.id} ${code}`, challenge.codeHash ?? "")) return undefined;
  return challenge.attempts + 1 < codeAttempts ? "wrong" : "spent";
}
