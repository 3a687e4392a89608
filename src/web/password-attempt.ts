import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import type { Passwords } from "../identity/password.ts";
import { ipKey } from "../identity/rate-limit-key.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { deviceOf } from "./device.ts";
import { type Counter, countTogether, giveBack, limitExtras } from "./limit.ts";

export interface PasswordAttempt {
  /** What counts as one account from outside, whether or not it exists. */
  readonly account: string;
  /** Undefined when there is no such account. */
  readonly user: User | undefined;
  readonly password: string;
}

export type PasswordVerdict = "right" | "wrong" | CatalogueError;

/**
 * The counters of one attempt. A browser that signed in to the account before has a count of its own, so that nobody
 * who guesses elsewhere, even behind the same address, keeps the person out (contract §5).
 */
async function countersOf(c: AppContext, { account, user }: PasswordAttempt): Promise<readonly Counter[]> {
  const device = deviceOf(c).hash;
  // Asked for unknown accounts too: the same queries take the same time.
  const known = await c.var.site.storage.committed.sessions.knowsDevice(user?.id ?? 0, device);
  if (known) return [["password_by_account_and_device", `${account} ${device}`]];
  const ip = ipKey(c.var.clientIp);
  return [
    ["password_by_ip", ip],
    ["password_by_account_and_ip", `${account} ${ip}`],
  ];
}

/**
 * Checks a password below the limits of contract §5; only wrong ones count. The error, `rate_limited`, is alike for
 * existing and unknown accounts. Rejects with `Overloaded`.
 */
export async function attemptPassword(
  c: AppContext,
  passwords: Passwords,
  attempt: PasswordAttempt,
): Promise<PasswordVerdict> {
  const counters = await countersOf(c, attempt);
  const refusal = await countTogether(c, counters);
  if (refusal) return apiError("rate_limit_exceeded", "rate_limited", {}, limitExtras(c, refusal));
  let harmless = true;
  try {
    harmless = await passwords.verify(attempt.user?.passwordHash ?? null, attempt.password);
    return harmless ? "right" : "wrong";
  } finally {
    if (harmless) await giveBack(c, counters);
  }
}
