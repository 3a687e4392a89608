import type { CodeDefinition } from "../definition.ts";
import { applicationMistake } from "./pages.ts";

export const unsupportedResponseType = {
  code: "unsupported_response_type",
  family: "oauth",
  status: 302,
  description:
    "The authorization endpoint gives out authorization codes only, and something else was asked for.",
  resolution: "Send `response_type=code`, then redeem the code at `/oauth/token`.",
  reasons: {
    response_type_unsupported: {
      hint: "Send response_type=code.",
      places: ["authorize"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The response_type that was sent is not code, which is the only one this server offers.",
      cause:
        "A library set to the implicit flow (`response_type=token` or `id_token`) or to a hybrid flow (`code id_token`). Tokens in the address bar end up in histories and logs, so this server never puts them there.",
      resolution:
        "Set the library to the authorization code flow with PKCE. For single-page applications this is the recommended way as well: register the application as public and send `code_challenge`.",
      prevention:
        "Choose the flow named `authorization code + PKCE` in new projects; `response_types_supported` in the server's metadata says what is offered.",
      retry: "No, not before `response_type` is corrected.",
      page: applicationMistake,
    },
  },
} as const satisfies CodeDefinition;
