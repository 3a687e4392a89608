import type { Challenge } from "../storage/port/challenges.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { User } from "../storage/port/users.ts";
import type { StillRight } from "./browser-session.ts";
import type { AppContext } from "./context.ts";
import { deviceOf } from "./device.ts";
import { newChallenge } from "./mailed-link.ts";
import { type Onward, withQuery } from "./onward.ts";
import { isTrustedDevice } from "./trusted-device.ts";

/** Milliseconds that a person has for the second factor. */
const lifetime = 15 * 60_000;

/** A sign-in whose first factor was right and whose second is still to come: it lives in the server and opens nothing. */
export interface PendingSignIn {
  readonly challenge: Challenge;
  readonly user: User;
  readonly to: Onward;
}

interface Payload {
  readonly deviceHash: string;
  readonly to: Onward;
}

/** Whether more than the first factor is needed to sign in here. */
export async function asksForSecondFactor(
  c: AppContext,
  repositories: Pick<Repositories, "factors" | "trustedDevices">,
  userId: number,
): Promise<boolean> {
  const factors = await repositories.factors.list(userId);
  return factors.length > 0 && !(await isTrustedDevice(c, repositories, userId));
}

/** Keeps a half-done sign-in of this browser; undefined when the first factor is not right any more. */
export async function beginPendingSignIn(
  c: AppContext,
  userId: number,
  { interactionId, next }: Onward,
  stillRight: StillRight,
): Promise<{ readonly id: string; readonly user: User } | undefined> {
  const { site } = c.var;
  const payload: Payload = { deviceHash: deviceOf(c).hash, to: { interactionId, next } };
  const facts = { purpose: "second_factor", address: "", userId, payload: JSON.stringify(payload) } as const;
  const { challenge } = newChallenge(site, facts, lifetime);
  return site.storage.write(async (repositories) => {
    const user = await repositories.users.find(userId);
    if (!(user?.status === "active" && (await stillRight(user, repositories)))) return undefined;
    await repositories.challenges.create(challenge);
    return { id: challenge.id, user };
  });
}

/** Where a half-done sign-in of this browser was to lead; known for a while after its time is over. */
export interface FoundSignIn {
  readonly to: Onward;
  /** Undefined when it can no longer be completed. */
  readonly open: PendingSignIn | undefined;
}

/** Undefined when no such sign-in was begun in this very browser. */
export async function findPendingSignIn(c: AppContext, id: string): Promise<FoundSignIn | undefined> {
  const { storage, clock } = c.var.site;
  const { challenges, users } = storage.committed;
  const challenge = await challenges.find(id);
  if (challenge?.purpose !== "second_factor") return undefined;
  const { deviceHash, to } = JSON.parse(challenge.payload) as Payload;
  if (deviceHash !== deviceOf(c).hash) return undefined;
  const user = await users.find(challenge.userId ?? 0);
  const over = challenge.usedAt !== null || challenge.expiresAt <= clock() || user?.status !== "active";
  return { to, open: over || !user ? undefined : { challenge, user, to } };
}

/** Where the second factor is given; `way` and `sent` say how. */
export function pendingPath(
  id: string,
  how: { readonly way?: string | undefined; readonly sent?: string | undefined } = {},
): string {
  return withQuery("/login/verify", { attempt: id, ...how });
}

/** What a passkey's challenge is made for in the middle of a sign-in. */
export function passkeyOccasion(id: string): string {
  return `second factor ${id}`;
}
