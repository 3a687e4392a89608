import type { CodeDefinition } from "../definition.ts";
import { authorizationCodeReasons } from "./invalid-grant/authorization-code.ts";
import { personReasons } from "./invalid-grant/person.ts";
import { refreshTokenReasons } from "./invalid-grant/refresh-token.ts";

export const invalidGrant = {
  code: "invalid_grant",
  family: "oauth",
  status: 400,
  description:
    "The authorization code or refresh token is not usable: expired, used, revoked, unknown, or meant for somebody else.",
  resolution:
    "Throw the code or token away and let the person sign in again; `reason` says what happened to it. If it happens often, look for the cause below: it is nearly always two parts of an application using the same code or token.",
  reasons: { ...authorizationCodeReasons, ...refreshTokenReasons, ...personReasons },
} as const satisfies CodeDefinition;
