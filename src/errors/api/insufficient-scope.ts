import type { CodeDefinition } from "../definition.ts";

export const insufficientScope = {
  code: "insufficient_scope",
  family: "api",
  status: 403,
  description: "TEXT",
  resolution: "TEXT",
  errorDescription: "The request requires higher privileges than provided by the access token.",
  message: "Invalid scope(s) provided.",
  reasons: {
    scope_missing: {
      hint: "Get a token with the scope {scope}.",
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
