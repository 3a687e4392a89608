import type { CodeDefinition } from "../definition.ts";
import { rehearsalUnknown } from "../rehearsal.ts";
import { bodyReasons } from "./invalid-request/body.ts";
import { parameterReasons } from "./invalid-request/parameters.ts";
import { pkceReasons } from "./invalid-request/pkce.ts";
import { registrationReasons } from "./invalid-request/registration.ts";
import { applicationMistake } from "./pages.ts";

export const invalidRequest = {
  code: "invalid_request",
  family: "oauth",
  status: 400,
  description:
    "The request is not built as the protocol demands: something is missing, repeated, misplaced or malformed.",
  resolution:
    "Read `hint`: it names the parameter or header that is wrong and what is expected. Correct the code that builds the request; sending it again unchanged cannot help.",
  reasons: {
    ...parameterReasons,
    ...bodyReasons,
    ...pkceReasons,
    ...registrationReasons,
    rehearsal_unknown: {
      ...rehearsalUnknown,
      places: ["authorize", "token", "revoke", "introspect"],
      page: applicationMistake,
    },
  },
} as const satisfies CodeDefinition;
