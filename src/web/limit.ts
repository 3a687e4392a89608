import { apiError, type ErrorExtras } from "../errors/catalogue-error.ts";
import type { LimitName, LimitState } from "../identity/rate-limit.ts";
import { ipKey } from "../identity/rate-limit-key.ts";
import type { AppContext } from "./context.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";

export type Counter = readonly [LimitName, string];

/**
 * Counts a hit with each of them or with none, so that what one refuses uses up no other; of the refusing ones the one
 * that takes longest. Count before looking at what is limited: parallel requests cannot slip by.
 */
export async function countTogether(
  c: AppContext,
  counters: readonly Counter[],
): Promise<LimitState | undefined> {
  const { limiter } = c.var.site;
  const states = await Promise.all(counters.map(([name, key]) => limiter.hit(name, key)));
  const refusals = states.filter((state) => state !== undefined && !state.allowed);
  const [longest] = refusals.toSorted((a, b) => (b?.retryAfter ?? 0) - (a?.retryAfter ?? 0));
  if (!longest) return undefined;
  const counted = counters.filter((_, index) => states[index]?.allowed);
  await giveBack(c, counted);
  return longest;
}

/** Takes hits back that proved harmless. */
export async function giveBack(c: AppContext, counters: readonly Counter[]): Promise<void> {
  await Promise.all(counters.map(([name, key]) => c.var.site.limiter.giveBack(name, key)));
}

/** When to come back, and the headers that say so. */
export function limitExtras(c: AppContext, state: LimitState): ErrorExtras {
  return { retryAfter: state.retryAfter, headers: rateLimitHeaders(state, c.var.site.clock()) };
}

/** Counts a hit; refuses the request with 429 (`rate_limited`) when it is one too many. */
export async function countHit(c: AppContext, limit: LimitName, key: string): Promise<void> {
  const state = await countTogether(c, [[limit, key]]);
  if (state) throw apiError("rate_limit_exceeded", "rate_limited", {}, limitExtras(c, state));
}

/** As `countHit`, for the client's address. */
export function countHitByIp(c: AppContext, limit: LimitName): Promise<void> {
  return countHit(c, limit, ipKey(c.var.clientIp));
}

/** Before a mail may be caused: alike for addresses that have an account and those that have none. */
export async function countMail(c: AppContext, recipient: string): Promise<void> {
  await countHitByIp(c, "mail_by_ip");
  await countHit(c, "mail_by_address", recipient.toLowerCase());
}

/**
 * Whether a mailbox may get another mail. It has a count of its own, or username and number would each bring it as many mails
 * again. It is not the count of what was typed: mails asked for by username would else be missing where the address is typed,
 * and tell whose it is. What is over it is left out without a word.
 */
export async function mailboxBears(c: AppContext, address: string): Promise<boolean> {
  const state = await c.var.site.limiter.hit("mail_by_address", `mailbox ${address.toLowerCase()}`);
  return state?.allowed ?? true;
}
