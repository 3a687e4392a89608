import type { Repositories } from "../storage/port/storage.ts";
import type { Instant } from "../storage/port/time.ts";

/**
 * Removes everything beside the password that lets somebody in, for whoever set it up may not be the person any more. False
 * when there is no such person.
 */
export async function resetFactors(
  { users, factors, passkeys, trustedDevices, challenges }: Repositories,
  userId: number,
  now: Instant,
): Promise<boolean> {
  if (!(await users.find(userId))) return false;
  for (const { kind } of await factors.list(userId)) await factors.remove(userId, kind);
  await passkeys.removeAll(userId);
  await trustedDevices.forgetAll(userId);
  await challenges.discard(userId, "second_factor", now);
  return true;
}
