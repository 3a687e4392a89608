import type { CodeDefinition } from "../definition.ts";

export const unsupportedGrantType = {
  code: "unsupported_grant_type",
  family: "oauth",
  status: 400,
  description: "TEXT",
  resolution: "TEXT",
  reasons: {
    grant_type_unsupported: {
      hint: "Send a grant_type that this server knows: {supported}.",
      places: ["token"],
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
