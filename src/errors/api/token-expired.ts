import type { CodeDefinition } from "../definition.ts";

export const tokenExpired = {
  code: "token_expired",
  family: "api",
  status: 401,
  description: "The access token was issued by this server and its time is over.",
  resolution: "Use the refresh token to get a new access token, then repeat the call once.",
  errorDescription: "The access token provided has expired.",
  message: "The access token provided has expired.",
  reasons: {
    token_expired: {
      hint: "Use the refresh token at /oauth/token, or ask the person to sign in again.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The access token has expired.",
      cause:
        "Access tokens live for `expires_in` seconds (24 hours, unless the operator set another time). This is the ordinary course of things, or the application takes `expires_in` for milliseconds or for a point in time, or the clock of its machine is wrong.",
      resolution:
        "POST `grant_type=refresh_token` to `/oauth/token`, store both new tokens, and repeat the call once. If refreshing answers `invalid_grant`, ask the person to sign in again.",
      prevention: "Note the time of receipt plus `expires_in`, and refresh when 30 seconds or less are left.",
      retry: "Not with this token; yes, once, with a new one.",
    },
  },
} as const satisfies CodeDefinition;
