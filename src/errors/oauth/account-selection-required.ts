import type { CodeDefinition } from "../definition.ts";

export const accountSelectionRequired = {
  code: "account_selection_required",
  family: "oauth",
  status: 302,
  description: "TEXT",
  resolution: "TEXT",
  reasons: {
    several_accounts: {
      hint: "Start the sign-in again without prompt=none, so that the person can choose an account.",
      places: ["authorize"],
      fixableBy: "person",
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
