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
    proxy_misconfigured: {
      hint: "Let the proxy in front of this server send the Host header on as it came, or name the proxy in TRUST_PROXY.",
      places: ["page"],
      fixableBy: "operator",
      retryable: true,
      retryAfter: 60,
      description: "A proxy in front of this server does not say under which address it was asked.",
      cause:
        "Pages live under one address (`ISSUER`), and whoever asks for them under another one is sent there. A proxy that puts an address of its own into `Host`, and whose `X-Forwarded-Host` does not count because it is not named in `TRUST_PROXY`, makes each page look as if it had been asked for elsewhere, for ever.",
      resolution:
        "Operator: name the proxy's address in `TRUST_PROXY` and let it set `X-Forwarded-Host` and replace `X-Forwarded-For`; or let it keep `Host` (nginx: `proxy_set_header Host $host`). Then restart. If people use another address than `ISSUER` says, correct `ISSUER`.",
      prevention:
        "Start from the proxy examples in `deploy/`, and open the sign-in page through the proxy before people do.",
      retry: "Yes, once the operator has corrected the proxy or the settings.",
      page: {
        title: "This service is not set up correctly yet",
        sentence:
          "Your browser was sent back and forth between addresses of this service without getting anywhere. You did nothing wrong; the people who run the service have to correct a setting. Please try again later.",
        wayOn: "try_again",
      },
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
