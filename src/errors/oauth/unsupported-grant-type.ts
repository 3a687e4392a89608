import type { CodeDefinition } from "../definition.ts";

export const unsupportedGrantType = {
  code: "unsupported_grant_type",
  family: "oauth",
  status: 400,
  description: "The token endpoint does not know this grant_type at all.",
  resolution:
    "Send `grant_type=authorization_code`, `refresh_token` or `client_credentials`, spelled exactly so.",
  reasons: {
    grant_type_unsupported: {
      hint: "Send a grant_type that this server knows, spelled exactly so: {supported}.",
      places: ["token"],
      fixableBy: "app_developer",
      retryable: false,
      description: "This server does not know the grant_type that was sent.",
      cause:
        "A misspelling (`authorisation_code`, `refresh-token`, capital letters), or a library set to a grant that this server does not offer, such as `password` or `implicit`. Sending a person's password to an application is exactly what OAuth exists to avoid.",
      resolution:
        "Correct the spelling. In place of `password` or `implicit` use `authorization_code` with PKCE for people, and `client_credentials` for programs without a person.",
      prevention:
        "Let your library read `grant_types_supported` from `/.well-known/oauth-authorization-server` instead of writing it by hand.",
      retry: "No, not before `grant_type` is corrected.",
    },
  },
} as const satisfies CodeDefinition;
