import { apiError } from "../errors/catalogue-error.ts";
import type { LimitName } from "../identity/rate-limit.ts";
import { ipKey } from "../identity/rate-limit-key.ts";
import type { AppContext } from "./context.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";

/** Counts a hit; refuses the request with 429 (`rate_limited`) when it is one too many. */
export async function countHit(c: AppContext, limit: LimitName, key: string): Promise<void> {
  const { limiter, clock } = c.var.site;
  const state = await limiter.hit(limit, key);
  if (!state || state.allowed) return;
  const headers = rateLimitHeaders(state, clock());
  throw apiError("rate_limit_exceeded", "rate_limited", {}, { retryAfter: state.retryAfter, headers });
}

/** As `countHit`, for the client's address. */
export function countHitByIp(c: AppContext, limit: LimitName): Promise<void> {
  return countHit(c, limit, ipKey(c.var.clientIp));
}

/** Before a one-time code may be sent to a number or address (contract §5). */
export async function countCode(c: AppContext, recipient: string): Promise<void> {
  await countHitByIp(c, "code_by_ip");
  await countCodeTo(c, recipient);
}

/** The same for somebody who gave a right first proof: whoever else is behind the address has no part in that. */
export async function countCodeTo(c: AppContext, recipient: string): Promise<void> {
  await countHit(c, "code_by_recipient", recipient.toLowerCase());
  await countHit(c, "code_by_recipient_and_day", recipient.toLowerCase());
}

/** Before a mail may be caused: alike for addresses that have an account and those that have none. */
export async function countMail(c: AppContext, recipient: string): Promise<void> {
  await countHitByIp(c, "mail_by_ip");
  await countHit(c, "mail_by_address", recipient.toLowerCase());
}
