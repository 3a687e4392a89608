import type { CodeDefinition } from "../definition.ts";

export const unapprovedScope = {
  code: "unapproved_scope",
  family: "api",
  status: 403,
  description:
    "The token has the scope, and the person agreed, but an administrator has not approved this application for it.",
  resolution:
    "Ask the operator of this server for approval. Once it is given, the tokens you already have work at the next call; nobody has to sign in again.",
  errorDescription: "Client application has not been approved for the '{scope}' scope.",
  message: "Your application needs approval to access detailed user information. Please contact support.",
  reasons: {
    approval_not_requested: {
      hint: "Ask the operator to approve the scope {scope} for this application.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "Nobody has yet asked for this application to be approved for the scope.",
      cause:
        "Sensitive scopes such as `detail-user` (address, date of birth, phone number) need an administrator's yes besides the person's. The application lists the scope, but the approval was never asked for.",
      resolution:
        "Ask for approval, with the address of your privacy policy, the purpose, how you protect the data and how you keep the law. Until then use `GET /api/user`, which needs no approval.",
      prevention:
        "Ask for approval weeks before the release that needs it, and let your code live without the details.",
      retry: "No, not before an administrator has approved; then at once, with the same token.",
    },
    approval_pending: {
      hint: "Wait until an administrator has decided on the scope {scope}.",
      places: ["api"],
      fixableBy: "operator",
      retryable: false,
      description: "The approval of this application for the scope was asked for and is not decided yet.",
      cause: "An administrator has not looked at the request yet, or is still examining it.",
      resolution:
        "App developer: wait, and use `GET /api/user` meanwhile. Operator: decide with `client approve` or `client reject`.",
      prevention: "Hand in complete answers with the first request; questions cost the most time.",
      retry:
        "Now and then, not in a loop; it works at the next call after the approval, with the same token.",
    },
    approval_rejected: {
      hint: "Read why the scope {scope} was rejected, mend it and ask again.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "An administrator rejected the approval of this application for the scope.",
      cause:
        "The reason was given with the decision. Often the privacy policy is missing or does not mention the data, or the purpose can be reached with `view-user` alone.",
      resolution: "Mend what the reason names and ask again, or leave `detail-user` out of your sign-ins.",
      prevention:
        "Ask for a sensitive scope only when a feature cannot do without it, and name that feature.",
      retry: "No, not before a new request has been approved.",
    },
    approval_withdrawn: {
      hint: "Ask the operator why the approval of the scope {scope} was withdrawn.",
      places: ["api"],
      fixableBy: "operator",
      retryable: false,
      description: "An administrator withdrew the approval of this application for the scope.",
      cause:
        "The approval was valid once and has been taken back, for example after a complaint, a change of owner or an incident. It counts for all tokens at once, those issued before included.",
      resolution: "Write to the operator and settle what led to it; then ask for approval again.",
      prevention:
        "Tell the operator beforehand when purpose, owner or privacy policy of the application change.",
      retry: "No, not before it has been approved again.",
    },
  },
} as const satisfies CodeDefinition;
