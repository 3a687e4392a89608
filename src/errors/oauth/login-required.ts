import type { CodeDefinition } from "../definition.ts";

export const loginRequired = {
  code: "login_required",
  family: "oauth",
  status: 302,
  description: "TEXT",
  resolution: "TEXT",
  reasons: {
    not_signed_in: {
      hint: "Start the sign-in again without prompt=none.",
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
    sign_in_too_old: {
      hint: "Start the sign-in again without prompt=none, so that the person can sign in afresh.",
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
