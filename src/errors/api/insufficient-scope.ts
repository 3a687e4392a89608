import type { CodeDefinition } from "../definition.ts";

export const insufficientScope = {
  code: "insufficient_scope",
  family: "api",
  status: 403,
  description: "The access token is good, but it lacks the scope that this endpoint needs.",
  resolution:
    "Send the person through `/oauth/authorize` with the scope that `hint` names, and call again with the new token.",
  errorDescription: "The request requires higher privileges than provided by the access token.",
  message: "Invalid scope(s) provided.",
  reasons: {
    scope_missing: {
      hint: "Get a token with the scope {scope}: add it to the scope parameter of the sign-in.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The access token does not have the scope that this endpoint requires.",
      cause:
        "The sign-in did not ask for the scope, a refresh narrowed it away, or a token from before a change of your scope list is still in use. Leaving out `scope` in the sign-in gives `view-user` alone.",
      resolution:
        "Compare the `scope` of your last token response with what the endpoint needs: `view-user` for `GET /api/user`, `detail-user` for `GET /api/user/details`, `edit-user` for `PATCH /api/user`. Then start a new sign-in that asks for it. Refreshing cannot add a scope.",
      prevention:
        "Always read `scope` from the token response, and ask the person again when it lacks something your feature needs.",
      retry: "No, not with this token. A new sign-in is needed.",
    },
  },
} as const satisfies CodeDefinition;
