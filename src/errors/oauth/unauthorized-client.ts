import type { CodeDefinition } from "../definition.ts";

export const unauthorizedClient = {
  code: "unauthorized_client",
  family: "oauth",
  status: 400,
  description: "TEXT",
  resolution: "TEXT",
  reasons: {
    grant_not_permitted: {
      hint: "Have the grant {grant_type} permitted for this application.",
      places: ["authorize", "token"],
      fixableBy: "operator",
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
