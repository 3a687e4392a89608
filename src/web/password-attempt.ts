import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import type { Passwords } from "../identity/password.ts";
import type { LimitName } from "../identity/rate-limit.ts";
import { ipKey } from "../identity/rate-limit-key.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { deviceOf } from "./device.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";

export interface PasswordAttempt {
  /** What counts as one account from outside, whether or not it exists. */
  readonly account: string;
  /** Undefined when there is no such account. */
  readonly user: User | undefined;
  readonly password: string;
}

export type PasswordVerdict = "right" | "wrong" | CatalogueError;
type Counter = readonly [LimitName, string];

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

/** Counts before the password is looked at, so that parallel guesses cannot slip by; undefined when all may go on. */
async function count(c: AppContext, counters: readonly Counter[]): Promise<CatalogueError | undefined> {
  const { limiter, clock } = c.var.site;
  const states = await Promise.all(counters.map(([name, key]) => limiter.hit(name, key)));
  const refusals = states.filter((state) => state !== undefined && !state.allowed);
  const [longest] = refusals.toSorted((a, b) => (b?.retryAfter ?? 0) - (a?.retryAfter ?? 0));
  if (!longest) return undefined;
  await giveBack(
    c,
    counters.filter((_, index) => states[index]?.allowed),
  );
  const { retryAfter } = longest;
  return apiError(
    "rate_limit_exceeded",
    "rate_limited",
    {},
    { retryAfter, headers: rateLimitHeaders(longest, clock()) },
  );
}

async function giveBack(c: AppContext, counters: readonly Counter[]): Promise<void> {
  await Promise.all(counters.map(([name, key]) => c.var.site.limiter.giveBack(name, key)));
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
  const refusal = await count(c, counters);
  if (refusal) return refusal;
  let harmless = true;
  try {
    harmless = await passwords.verify(attempt.user?.passwordHash ?? null, attempt.password);
    return harmless ? "right" : "wrong";
  } finally {
    if (harmless) await giveBack(c, counters);
  }
}
