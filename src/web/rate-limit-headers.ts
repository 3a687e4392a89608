import type { LimitState } from "../identity/rate-limit.ts";
import type { Instant } from "../storage/port/time.ts";

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
