import type { CodeDefinition } from "../definition.ts";

export const consentRequired = {
  code: "consent_required",
  family: "oauth",
  status: 302,
  description: "TEXT",
  resolution: "TEXT",
  reasons: {
    consent_missing: {
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
    public_client_unproven: {
      hint: "Start the sign-in again without prompt=none; a public application without an https redirect is always asked again.",
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
