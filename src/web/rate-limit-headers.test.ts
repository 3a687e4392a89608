import { expect, it } from "vitest";
import { rateLimitHeaders } from "./rate-limit-headers.ts";

it("says the same in both families of headers", () => {
  const state = {
    name: "api_user",
    allowed: true,
    limit: 100,
    window: 60,
    remaining: 97,
    resetAt: 1_700_000_060_250,
    retryAfter: 45,
  } as const;
  expect(rateLimitHeaders(state, 1_700_000_015_750)).toEqual({
    "X-RateLimit-Limit": "100",
    "X-RateLimit-Remaining": "97",
    "X-RateLimit-Reset": "1700000061",
    "RateLimit-Policy": '"api_user";q=100;w=60',
    RateLimit: '"api_user";r=97;t=45',
  });
});
