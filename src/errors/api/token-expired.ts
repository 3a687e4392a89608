import type { CodeDefinition } from "../definition.ts";

export const tokenExpired = {
  code: "token_expired",
  family: "api",
  status: 401,
  description: "TEXT",
  resolution: "TEXT",
  errorDescription: "The access token provided has expired.",
  message: "The access token provided has expired.",
  reasons: {
    token_expired: {
      hint: "Use the refresh token, or ask the person to sign in again.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "TEXT",
      cause: "TEXT",
      resolution: "TEXT",
      prevention: "TEXT",
      retry: "TEXT",
    },
  },
} as const satisfies CodeDefinition;
