import type { Repositories } from "../storage/port/storage.ts";
import type { Instant } from "../storage/port/time.ts";

/**
 * Sets a new password and with it ends all that the old one had opened (contract §7): sign-ins but for `keptSessionId`,
 * half-done ones, every token, links for a reset, and the trust in browsers, so that the second factor is asked for again.
 */
export async function replacePassword(
  { users, sessions, authorizations, challenges, trustedDevices }: Repositories,
  userId: number,
  passwordHash: string,
  now: Instant,
  keptSessionId?: string,
): Promise<void> {
  await users.setPassword(userId, passwordHash, now);
  await sessions.endAll(userId, keptSessionId);
  await authorizations.revokeAll(userId, "password_changed", now);
  await challenges.discard(userId, "reset_password", now);
  await challenges.discard(userId, "second_factor", now);
  await trustedDevices.forgetAll(userId);
}
