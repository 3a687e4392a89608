import type { CodeDefinition } from "../definition.ts";

export const unsupportedResponseType = {
  code: "unsupported_response_type",
  family: "oauth",
  status: 302,
  description: "TEXT",
  resolution: "TEXT",
  reasons: {
    response_type_unsupported: {
      hint: "Send response_type=code.",
      places: ["authorize"],
      fixableBy: "app_developer",
      retryable: false,
      description: "TEXT",
      cause: "TEXT",
      resolution: "TEXT",
      prevention: "TEXT",
      retry: "TEXT",
      page: { title: "TEXT", sentence: "TEXT", wayOn: "home" },
    },
  },
} as const satisfies CodeDefinition;
