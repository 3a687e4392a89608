import type { CodeDefinition } from "../definition.ts";
import { unexpectedFailure } from "../pages.ts";

export const serverError = {
  code: "server_error",
  family: "oauth",
  status: 500,
  description: "The server failed in a way it did not expect. The request itself may have been right.",
  resolution:
    "Try again once after a few seconds. If it stays, give the `request_id` to the operator of this server; the log line with that id says what broke.",
  reasons: {
    unexpected: {
      hint: "Try again in a few seconds; if it stays, give the request_id to the operator of this server.",
      places: ["authorize", "token", "revoke", "introspect"],
      fixableBy: "operator",
      retryable: true,
      description: "The server met an unexpected failure and could not finish the request.",
      cause:
        "A fault in this server or in what it runs on. The answer says no more on purpose: details of a failure belong into the operator's log, not onto the network.",
      resolution:
        "App developer: repeat the request once; for a sign-in, start it again. Operator: search the log for the `request_id`, where the cause stands with its stack, and check `/health`.",
      prevention:
        "Operators: watch the counter of errors at `/metrics` and keep the server up to date. Applications: show a page that lets people try again instead of a blank one.",
      retry:
        "Yes: once or twice, a few seconds apart. A refresh token may be sent again with the same value; an authorization code that fails once more needs a new sign-in.",
      page: unexpectedFailure,
    },
  },
} as const satisfies CodeDefinition;
