import type { CodeDefinition } from "../definition.ts";
import { dataOutOfReach, tooMuchWork } from "../pages.ts";
import { rehearsalsBusy } from "../rehearsal.ts";
import { whatsAppReasons } from "./service-unavailable/whatsapp.ts";

export const serviceUnavailable = {
  code: "service_unavailable",
  family: "api",
  status: 503,
  description:
    "The API cannot answer right now and says when to come back. Nothing is wrong with the call or the token.",
  resolution:
    "Wait as many seconds as `Retry-After` (and `retry_after` in the body) says, then repeat the call. Do not sign the person out.",
  reasons: {
    maintenance: {
      hint: "Wait the seconds of Retry-After, then repeat the call with the same token.",
      places: ["api", "page"],
      fixableBy: "operator",
      retryable: true,
      retryAfter: 120,
      description: "The API is in maintenance.",
      cause: "An administrator switched maintenance on, usually for an upgrade or work on the database.",
      resolution:
        "Keep the token and show the data you already have. Operator: `maintenance off` ends it; `/api/logout-sso` works meanwhile.",
      prevention: "Keep the person's profile in your session, so that a maintenance goes unnoticed.",
      retry: "Yes, after `Retry-After`.",
      page: {
        title: "We are doing maintenance",
        sentence:
          "This service is being worked on and will be back soon. Your account and your data are safe. Please try again in a few minutes.",
        wayOn: "try_again",
      },
    },
    overloaded: {
      hint: "Wait the seconds of Retry-After, then repeat the call; add some chance to the pause.",
      places: ["api", "page"],
      fixableBy: "operator",
      retryable: true,
      retryAfter: 2,
      description: "The server has more work than it can do in good time and turned this call away.",
      cause:
        "Many calls at once, from your application or from others. Some are turned away early so that the others are answered quickly.",
      resolution:
        "Wait for `Retry-After` and add a random second or two, so that all clients do not come back in the same instant.",
      prevention:
        "Keep answers instead of asking again. Operators: add a node or processor when it happens daily.",
      retry: "Yes, after `Retry-After`, with growing pauses when it happens again.",
      page: tooMuchWork,
    },
    ...whatsAppReasons,
    database_unavailable: {
      hint: "Wait the seconds of Retry-After, then repeat the call; nothing was stored.",
      places: ["api", "page"],
      fixableBy: "operator",
      retryable: true,
      retryAfter: 5,
      description: "The API cannot reach its database, or the database does not accept changes.",
      cause:
        "The database restarts, fails over, is locked by a long job, or its disk is full or read-only. Nothing was stored for this call.",
      resolution:
        "App developer: repeat the call after `Retry-After`. Operator: `/health` names the failing check; look at free disk space and at the database's own log.",
      prevention:
        "Operators: watch `/readyz` and the disk, and keep backups and long queries away from busy hours.",
      retry: "Yes, after `Retry-After`.",
      page: dataOutOfReach,
    },
    rehearsals_busy: { ...rehearsalsBusy, places: ["api"] },
  },
} as const satisfies CodeDefinition;
