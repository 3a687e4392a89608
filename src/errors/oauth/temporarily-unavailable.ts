import type { CodeDefinition } from "../definition.ts";
import { dataOutOfReach, tooMuchWork } from "../pages.ts";
import { rehearsalsBusy } from "../rehearsal.ts";

export const temporarilyUnavailable = {
  code: "temporarily_unavailable",
  family: "oauth",
  status: 503,
  description:
    "The server cannot answer right now and says when to come back. Nothing is wrong with the request.",
  resolution:
    "Wait as many seconds as `Retry-After` (and `retry_after` in the body) says, then send the same request again.",
  reasons: {
    maintenance: {
      hint: "Wait the seconds of Retry-After, then send the same request again.",
      places: ["authorize", "token", "introspect"],
      fixableBy: "operator",
      retryable: true,
      retryAfter: 120,
      description: "The server is in maintenance.",
      cause: "An administrator switched maintenance on, usually for an upgrade or work on the database.",
      resolution:
        "Keep the refresh token and send it again after `Retry-After`; it has not been used up. People with a valid access token from before stay signed in to your application. Operator: `maintenance off` ends it.",
      prevention:
        "Refresh a little before the access token expires, so that a short maintenance goes unnoticed. Operators: announce it, and give an honest time with `--retry-after`.",
      retry: "Yes, after `Retry-After`; the same request then succeeds.",
      page: {
        title: "We are doing maintenance",
        sentence:
          "This service is being worked on and will be back soon. Nothing is lost: please try again in a few minutes.",
        wayOn: "try_again",
      },
    },
    overloaded: {
      hint: "Wait the seconds of Retry-After, then send the same request again; add some chance to the pause.",
      places: ["authorize", "token", "revoke", "introspect"],
      fixableBy: "operator",
      retryable: true,
      retryAfter: 2,
      description: "The server has more work than it can do in good time and turned this request away.",
      cause:
        "Many requests at once: everybody signs in at nine o'clock, or a program repeats failed requests in a tight loop. Some are turned away early so that the others are answered quickly.",
      resolution:
        "Wait for `Retry-After` and add a random second or two, so that all clients do not come back in the same instant.",
      prevention:
        "Keep access tokens until shortly before they expire instead of fetching one per request, and spread jobs that start at full hours. Operators: add a node or processor when it happens daily.",
      retry: "Yes, after `Retry-After`, with growing pauses when it happens again.",
      page: tooMuchWork,
    },
    database_unavailable: {
      hint: "Wait the seconds of Retry-After, then send the same request again; nothing was stored.",
      places: ["authorize", "token", "revoke", "introspect"],
      fixableBy: "operator",
      retryable: true,
      retryAfter: 5,
      description: "The server cannot reach its database, or the database does not accept changes.",
      cause:
        "The database restarts, fails over, is locked by a long job, or its disk is full or read-only. Nothing was stored for this request.",
      resolution:
        "App developer: send the same request again after `Retry-After`. Operator: `/health` names the failing check; look at free disk space and at the database's own log.",
      prevention:
        "Operators: watch `/readyz` and the disk, and keep backups and long queries away from busy hours.",
      retry: "Yes, after `Retry-After`. Codes and refresh tokens have not been used up.",
      page: dataOutOfReach,
    },
    rate_limited: {
      hint: "Wait the seconds of Retry-After, then send fewer requests.",
      places: ["authorize", "token", "revoke", "introspect"],
      fixableBy: "app_developer",
      retryable: true,
      status: 429,
      retryAfter: 60,
      description: "Too many requests came from this client or network address in a short time.",
      cause:
        "Most often a loop: an application that fetches a new token for every call, that repeats a refused request without a pause, or several workers that all refresh the same token. The status is 429 and the code stays `temporarily_unavailable`, because clients know to wait on it.",
      resolution:
        "Wait for `Retry-After`. Then find the loop: count your calls to `/oauth/token`, keep the access token until shortly before `expires_in` is over, and stop repeating requests that were refused with 400 or 401.",
      prevention:
        "Share one token between workers through a cache, let only one of them refresh it, and read `X-RateLimit-Remaining` to slow down in time.",
      retry: "Yes, after `Retry-After`. Sooner attempts are refused as well.",
      page: {
        title: "Too many attempts",
        sentence:
          "There were very many requests from your network in a short time, so we pause for a moment to keep everybody safe. Please wait a minute and try again.",
        wayOn: "try_again",
      },
    },
    rehearsals_busy: {
      ...rehearsalsBusy,
      places: ["authorize", "token", "revoke", "introspect"],
      page: tooMuchWork,
    },
  },
} as const satisfies CodeDefinition;
