import type { CodeDefinition } from "../definition.ts";

export const serverError = {
  code: "server_error",
  family: "oauth",
  status: 500,
  description: "TEXT",
  resolution: "TEXT",
  reasons: {
    unexpected: {
      hint: "Try again later; give the operator the request_id if it stays.",
      places: ["authorize", "token", "revoke", "introspect"],
      fixableBy: "operator",
      retryable: true,
      description: "TEXT",
      cause: "TEXT",
      resolution: "TEXT",
      prevention: "TEXT",
      retry: "TEXT",
      page: { title: "TEXT", sentence: "TEXT", wayOn: "home" },
    },
  },
} as const satisfies CodeDefinition;
