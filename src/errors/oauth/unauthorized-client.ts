import type { CodeDefinition } from "../definition.ts";
import { applicationMistake } from "./pages.ts";

export const unauthorizedClient = {
  code: "unauthorized_client",
  family: "oauth",
  status: 400,
  description: "The application is known, but it is not permitted to get tokens in this way.",
  resolution:
    "Use a grant that is permitted in the application's registration, or have the one you need added to it.",
  reasons: {
    grant_not_permitted: {
      hint: "Have the grant {grant_type} permitted in the application's registration, or use a grant that is.",
      places: ["authorize", "token"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The registration of this application does not permit this grant.",
      cause:
        "The application was registered for other grants: a machine-to-machine application (`client_credentials`) tries to sign people in, a web application without `refresh_token` tries to refresh, or a public application asks for `client_credentials`, which only an application with a secret can have.",
      resolution:
        "Check which application the `client_id` belongs to; a mix-up of two registrations is common. If it is the right one, have the grant added to its registration by whoever manages it: its owner, or the operator with `client update`.",
      prevention:
        "Register one application for each purpose (website, phone app, background job), each with only the grants it uses.",
      retry: "No. The answer stays the same until the registration is changed.",
      page: applicationMistake,
    },
  },
} as const satisfies CodeDefinition;
