import type { CodeDefinition } from "../definition.ts";

export const tokenInvalid = {
  code: "token_invalid",
  family: "api",
  status: 401,
  description: "A token was sent, but it is not one that this server accepts.",
  resolution:
    "Try the refresh token once. If that answers `invalid_grant`, or there is none, ask the person to sign in again.",
  message: "Unauthenticated.",
  reasons: {
    token_malformed: {
      hint: "Send the access token exactly as the token endpoint gave it, in Authorization: Bearer.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The access token does not look like a token of this server.",
      cause:
        "The token was cut off (a database column or cookie too short), has quotation marks, a newline or the word `Bearer` twice in front of it, is the text `undefined` or `null`, or belongs to another service. Tokens carry a checksum, so one wrong character is enough.",
      resolution:
        "Compare length, beginning and end of the token you send with those of the one you received. The header is `Authorization: Bearer` followed by one blank and the token.",
      prevention:
        "Store tokens in a text column without a length limit, and do not send the header when you have no token.",
      retry: "No, not with this value.",
    },
    token_unknown: {
      hint: "Get a new access token from this server's token endpoint.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "This server does not know this access token.",
      cause:
        "The token comes from another environment (test instead of production), a refresh token or an authorization code was sent in its place, the database was replaced, or the token died so long ago that no trace of it is left.",
      resolution:
        "Check that base URL and token belong together. Then refresh, or ask the person to sign in again.",
      prevention: "Store the base URL beside each token.",
      retry: "No, not with this token.",
    },
    token_revoked: {
      hint: "Ask the person to sign in again; the token was revoked.",
      places: ["api"],
      fixableBy: "person",
      retryable: false,
      description: "The access token was revoked before its time was over.",
      cause:
        "The person signed out everywhere, changed the password or disconnected the application; the application revoked the token itself; or an old refresh token or a code was used twice, which ends everything that stems from that sign-in.",
      resolution: "Delete the stored tokens and offer a sign-in button.",
      prevention:
        "Expect it at any time: a person may end your access whenever they like. If it happens to many, look for a refresh token that is used twice.",
      retry: "No. Ask the person to sign in again.",
    },
    client_disabled: {
      hint: "Ask the operator of this server why the application is disabled.",
      places: ["api"],
      fixableBy: "operator",
      retryable: false,
      description: "The application to which this token was issued is disabled on this server.",
      cause:
        "An administrator disabled the application, for example because its secret leaked or it broke the rules of this service. Its tokens stop working at the same moment.",
      resolution:
        "Write to the operator of this server, with the `client_id` and the `request_id`, and ask what has to change.",
      prevention:
        "Keep the contact address of the application current, so that the operator can reach you first.",
      retry: "No. Every call fails until an administrator enables the application.",
    },
  },
} as const satisfies CodeDefinition;
