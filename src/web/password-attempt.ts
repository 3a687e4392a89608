import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import type { Passwords } from "../identity/password.ts";
import type { LimitState } from "../identity/rate-limit.ts";
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

export interface PasswordAnswer {
  readonly right: boolean;
  /**
   * Set when the day's guesses are used up: then the password proves nothing by itself, and nobody may see whether it was
   * right, or guessing would go on and be used another day.
   */
  readonly spent: LimitState | undefined;
}

interface Counters {
  /** Beyond them nothing is looked at. */
  readonly refusing: readonly Counter[];
  readonly day: Counter;
}

/** Of a browser that signed in to the account before. */
function ownDay(userId: number, device: string): Counter {
  return ["password_by_device_and_day", `${userId} ${device}`];
}

/** Whether this browser, in which the person is signed in, has used up the day's wrong passwords: then another proof has to do. */
export async function passwordIsSpent(c: AppContext, { id }: User): Promise<boolean> {
  const state = await c.var.site.limiter.look(...ownDay(id, deviceOf(c).hash));
  return state !== undefined && !state.allowed;
}

/**
 * The counters of one attempt. A browser that signed in to the account before has counts of its own, so that nobody
 * who guesses elsewhere, even behind the same address, keeps the person out (contract §5).
 */
async function countersOf(c: AppContext, { account, user }: PasswordAttempt): Promise<Counters> {
  const device = deviceOf(c).hash;
  // Asked for unknown accounts too: the same queries take the same time.
  const known = await c.var.site.storage.committed.sessions.knowsDevice(user?.id ?? 0, device);
  if (known)
    return {
      refusing: [["password_by_account_and_device", `${account} ${device}`]],
      day: ownDay(user?.id ?? 0, device),
    };
  const ip = ipKey(c.var.clientIp);
  return {
    refusing: [
      ["password_by_ip", ip],
      ["password_by_account_and_ip", `${account} ${ip}`],
    ],
    day: ["password_by_name_and_day", account],
  };
}

/**
 * Checks a password below the limits of contract §5; only wrong ones count. The error, `rate_limited`, is alike for
 * existing and unknown accounts. Rejects with `Overloaded`.
 */
export async function attemptPassword(
  c: AppContext,
  passwords: Passwords,
  attempt: PasswordAttempt,
): Promise<PasswordAnswer | CatalogueError> {
  const { refusing, day } = await countersOf(c, attempt);
  const refusal = await countTogether(c, refusing);
  if (refusal) return apiError("rate_limit_exceeded", "rate_limited", {}, limitExtras(c, refusal));
  const spent = await countTogether(c, [day]);
  let harmless = true;
  try {
    const right = await passwords.verify(attempt.user?.passwordHash ?? null, attempt.password);
    // What is left of the attempts would tell a right one.
    harmless = right && !spent;
    return { right, spent };
  } finally {
    if (harmless) await giveBack(c, spent ? refusing : [...refusing, day]);
  }
}
