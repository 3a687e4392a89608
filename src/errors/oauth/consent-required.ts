import type { CodeDefinition } from "../definition.ts";
import { askedSilently } from "./pages.ts";

export const consentRequired = {
  code: "consent_required",
  family: "oauth",
  status: 302,
  description:
    "The application asked for a silent sign-in, but the person has to be asked for permission first.",
  resolution: "Start the sign-in again without `prompt=none`; the person then sees the consent page.",
  reasons: {
    consent_missing: {
      hint: "Start the sign-in again without prompt=none.",
      places: ["authorize"],
      fixableBy: "person",
      retryable: false,
      description:
        "The person has not yet allowed this application the requested scopes and prompt=none forbids asking.",
      cause:
        "It is the first sign-in of this person, or the application asks for a scope that was not among those allowed before, or the person has disconnected the application since.",
      resolution:
        "Send the person to `/oauth/authorize` again without `prompt`. Once they agree, later silent sign-ins with the same or fewer scopes succeed.",
      prevention:
        "Keep the requested `scope` stable. When a new version needs another scope, plan one visible sign-in for everybody.",
      retry: "Not silently: the answer stays the same until the person has agreed.",
      page: askedSilently,
    },
    public_client_unproven: {
      hint: "Start the sign-in again without prompt=none; or use an https redirect_uri.",
      places: ["authorize"],
      fixableBy: "app_developer",
      retryable: false,
      description:
        "This public application has a redirect URI that is not https, so the person must be asked every time.",
      cause:
        "The application has no secret and comes back to a private scheme or a loopback address, which any other program on the device could claim as well. An earlier yes may have been given to somebody else, so it is never remembered (RFC 8252, section 8.6).",
      resolution:
        "Start the sign-in without `prompt=none` and let the person confirm. For longer sessions use the refresh token instead of silent sign-ins.",
      prevention:
        "Register an `https` redirect URI that the operating system ties to your app (Android App Links, iOS Universal Links); for those an earlier consent is remembered.",
      retry: "No. With this redirect URI a silent sign-in never succeeds.",
      page: askedSilently,
    },
  },
} as const satisfies CodeDefinition;
