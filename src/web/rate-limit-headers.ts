import type { LimitState } from "../identity/rate-limit.ts";
import type { Instant } from "../storage/port/time.ts";
import type { Call } from "./call.ts";

/**
 * Where the caller stands, for every response below a limit, refused or not: the `X-RateLimit-*` that published
 * clients read (reset in epoch seconds) and the fields of draft-ietf-httpapi-ratelimit-headers-10 §3 and §4.
 * `Retry-After` comes with the error.
 */
export function rateLimitHeaders(state: LimitState, now: Instant): Record<string, string> {
  const { name, limit, window, remaining, resetAt } = state;
  const secondsLeft = Math.max(0, Math.ceil((resetAt - now) / 1000));
  return {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(Math.ceil(resetAt / 1000)),
    "RateLimit-Policy": `"${name}";q=${limit};w=${window}`,
    RateLimit: `"${name}";r=${remaining};t=${secondsLeft}`,
  };
}

const names = [
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  "RateLimit-Policy",
  "RateLimit",
];

/** Takes back what a call was to be told of limits, and tells this instead; undefined tells nothing. */
export function retell(call: Call, state: LimitState | undefined): void {
  call.untell(names);
  if (state) call.tell(rateLimitHeaders(state, call.site.clock()));
}
