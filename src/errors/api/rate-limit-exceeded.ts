import type { CodeDefinition } from "../definition.ts";

export const rateLimitExceeded = {
  code: "rate_limit_exceeded",
  family: "api",
  status: 429,
  description: "TEXT",
  resolution: "TEXT",
  message: "Too many requests. Please try again later.",
  reasons: {
    rate_limited: {
      hint: "Wait the seconds of Retry-After, then slow down.",
      places: ["api", "page"],
      fixableBy: "app_developer",
      retryable: true,
      retryAfter: 60,
      description: "TEXT",
      cause: "TEXT",
      resolution: "TEXT",
      prevention: "TEXT",
      retry: "TEXT",
      page: { title: "TEXT", sentence: "TEXT", wayOn: "home" },
    },
    details_rate_limited: {
      hint: "Wait the seconds of Retry-After, then slow down.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: true,
      retryAfter: 60,
      message: "Too many requests to sensitive endpoints. Please try again later.",
      description: "TEXT",
      cause: "TEXT",
      resolution: "TEXT",
      prevention: "TEXT",
      retry: "TEXT",
    },
  },
} as const satisfies CodeDefinition;
