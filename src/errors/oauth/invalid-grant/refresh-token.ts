import type { ReasonDefinitions } from "../../definition.ts";

/** Why a refresh token is refused. */
export const refreshTokenReasons = {
  refresh_token_unknown: {
    hint: "Ask the person to sign in again, and store the refresh token exactly as it came.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "This server never issued this refresh token, or forgot it long ago.",
    cause:
      "The token was cut off or changed where it is stored, comes from another server or environment, an access token was sent in its place, or it died so long ago that no trace is left.",
    resolution: "Delete the stored token and send the person through the sign-in.",
    prevention:
      "Store tokens in a text column without a length limit, and together with the base URL they belong to.",
    retry: "No. Ask the person to sign in again.",
  },
  refresh_token_expired: {
    hint: "Ask the person to sign in again; the refresh token was not used for too long.",
    places: ["token"],
    fixableBy: "person",
    retryable: false,
    description: "The refresh token has expired because it was not used in time.",
    cause:
      "The person did not use the application for longer than a refresh token lives (30 days, unless the operator set another time). Each refresh begins a new period. A new token that was received but not stored shows the same after a while.",
    resolution:
      "Delete the stored tokens and offer a sign-in button. This is the normal end of a long absence.",
    prevention:
      "Nothing need be prevented. If background work must go on while the person is away, refresh once a week and store the new refresh token each time.",
    retry: "No. Ask the person to sign in again.",
  },
  refresh_token_revoked: {
    hint: "Ask the person to sign in again; the refresh token was revoked.",
    places: ["token"],
    fixableBy: "person",
    retryable: false,
    description: "The refresh token was revoked.",
    cause:
      "The application revoked it at `/oauth/revoke` or signed the person out at `/api/logout-sso`, an administrator ended it, or the authorization code it stems from was presented twice.",
    resolution: "Delete the stored tokens and send the person through the sign-in when they come back.",
    prevention:
      "Delete tokens in your own store whenever you revoke them or sign the person out, so that no background job uses them later.",
    retry: "No. Ask the person to sign in again.",
  },
  refresh_token_reused: {
    hint: "Ask the person to sign in again, and keep only the newest refresh token.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description:
      "An old refresh token was used again, so all tokens of this sign-in were revoked for safety.",
    cause:
      "Each refresh returns a new refresh token and ends the old one. Somebody then sent the old one: a second worker or tab with a stale copy, a backup that was restored, an application that ignores the new token, or a thief. From here they look alike, so everything that stems from this sign-in has been revoked.",
    resolution:
      "Send the person through the sign-in. Then let every refresh store the new `refresh_token` before anything else happens, and let all workers read it from one place.",
    prevention:
      "Allow one refresh at a time per person: a lock or a row lock on the server, the Web Locks API (`navigator.locks`) between browser tabs. Repeating within 10 seconds is forgiven and gives the same answer again.",
    retry: "No. Ask the person to sign in again.",
  },
  refresh_token_superseded: {
    hint: "Use the newest refresh token you received; this one has been replaced twice.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description:
      "The refresh token was replaced, and its successor has been used already. Nothing was revoked.",
    cause:
      "Two tabs or workers refresh in quick succession: one repeats the old token while the other has already gone on with the new one.",
    resolution:
      "Read the stored refresh token again; another part of your application has just put a newer one there. Use that.",
    prevention: "Allow one refresh at a time per person, and read the token inside the lock, not before it.",
    retry: "Yes, with the newest refresh token; not with this one.",
  },
  refresh_token_scope_differs: {
    hint: "Repeat the request with the scope of the first one, or use the newest refresh token.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description:
      "The refresh token was just used with another scope, so the answer cannot be repeated. Nothing was revoked.",
    cause:
      "Two parts of the application refresh the same token within seconds, one with a narrower `scope` than the other. A repeated request gets the first answer again only if it asks for the same.",
    resolution:
      "Let one part refresh without `scope` and share the access token, or let the second use the new refresh token.",
    prevention:
      "Do not send `scope` when refreshing unless you mean to narrow it, and allow one refresh at a time.",
    retry: "Yes, with the newest refresh token or with the same `scope` as before.",
  },
  refresh_token_client_mismatch: {
    hint: "Use the refresh token with the client_id it was issued to.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The refresh token was issued to another application.",
    cause:
      "Tokens of two applications share one store (website and phone app, test and production), or the application got a new `client_id` and kept its old tokens.",
    resolution:
      "Send the token with the `client_id` that received it; after a change of `client_id`, let everybody sign in again. The token has not been harmed by this attempt.",
    prevention: "Store the `client_id` beside each token.",
    retry: "Yes, with the right application's credentials; never with these.",
  },
} as const satisfies ReasonDefinitions;
