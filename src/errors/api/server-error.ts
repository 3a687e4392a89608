import type { CodeDefinition } from "../definition.ts";
import { unexpectedFailure } from "../pages.ts";

export const serverError = {
  code: "server_error",
  family: "api",
  status: 500,
  description: "The server failed in a way it did not expect. The call itself may have been right.",
  resolution:
    "Try again once after a few seconds. If it stays, give the `request_id` to the operator of this server; the log line with that id says what broke.",
  reasons: {
    unexpected: {
      hint: "Try again in a few seconds; if it stays, give the request_id to the operator of this server.",
      places: ["api", "page"],
      fixableBy: "operator",
      retryable: true,
      description: "The server met an unexpected failure and could not finish the call.",
      cause:
        "A fault in this server or in what it runs on. The answer says no more on purpose: details of a failure belong into the operator's log, not onto the network.",
      resolution:
        "App developer: repeat the call once, and show what you last knew if it fails again. Operator: search the log for the `request_id`, where the cause stands with its stack, and check `/health`.",
      prevention:
        "Keep the last answer of `GET /api/user` in the session, so that a short failure here is not a failure of your application.",
      retry: "Yes: once or twice, a few seconds apart. Reading and `PATCH` may be repeated without harm.",
      page: unexpectedFailure,
    },
  },
} as const satisfies CodeDefinition;
