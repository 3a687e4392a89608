import type { ReasonDefinitions } from "../../definition.ts";

/** Why a code or refresh token died though nothing is wrong with it: something about the person changed. */
export const personReasons = {
  user_disabled: {
    hint: "Ask the person to contact the operator of this server; the account is disabled or deleted.",
    places: ["token"],
    fixableBy: "operator",
    retryable: false,
    description: "The account behind this code or refresh token is disabled or deleted.",
    cause:
      "An administrator disabled the account, or the person deleted it. All its tokens ended at that moment.",
    resolution:
      "Sign the person out of your application and tell them that their account with this service is not active. Delete the stored tokens.",
    prevention:
      "None is needed. Decide what your application does with the data of people whose account has ended.",
    retry: "No. Even if the account is enabled again, the person has to sign in anew.",
  },
  password_changed: {
    hint: "Ask the person to sign in again; the password was changed since.",
    places: ["token"],
    fixableBy: "person",
    retryable: false,
    description: "The person changed or reset the password, which ended all earlier tokens.",
    cause:
      "After a change or reset of the password everything issued before is revoked, so that somebody who knew the old password keeps nothing.",
    resolution:
      "Delete the stored tokens and offer a sign-in button. Nothing is wrong with your application.",
    prevention: "None is needed; treat it like any other end of a session.",
    retry: "No. Ask the person to sign in again.",
  },
  consent_revoked: {
    hint: "Ask the person to allow the application again.",
    places: ["token"],
    fixableBy: "person",
    retryable: false,
    description: "The person has taken back the permission they had given to this application.",
    cause: "The person disconnected the application on their account page.",
    resolution:
      "Delete the stored tokens, respect the decision and stop background work for this person. Offer a sign-in button; consent is asked anew.",
    prevention: "Say in your application how to disconnect it and what happens to the data then.",
    retry: "No. Only the person can allow it again.",
  },
} as const satisfies ReasonDefinitions;
