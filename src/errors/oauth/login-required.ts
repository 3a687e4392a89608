import type { CodeDefinition } from "../definition.ts";
import { askedSilently } from "./pages.ts";

export const loginRequired = {
  code: "login_required",
  family: "oauth",
  status: 302,
  description: "The application asked for a silent sign-in, but the person has to sign in first.",
  resolution: "Start the sign-in again without `prompt=none`; the person then sees the sign-in page.",
  reasons: {
    not_signed_in: {
      hint: "Start the sign-in again without prompt=none.",
      places: ["authorize"],
      fixableBy: "person",
      retryable: false,
      description: "Nobody is signed in to this browser and prompt=none forbids showing the sign-in page.",
      cause:
        "The person never signed in here, signed out, or the session ended. In a hidden iframe there is a second cause: browsers do not send this server's cookies to a frame inside another site, so the person looks signed out although they are not.",
      resolution:
        "Treat it as the answer `nobody is signed in` and show your own sign-in button, which goes to `/oauth/authorize` without `prompt=none`.",
      prevention:
        "Do not renew sessions with hidden iframes; use refresh tokens. Use `prompt=none` in a top-level redirect only.",
      retry: "Not silently: the answer stays the same until the person has signed in.",
      page: askedSilently,
    },
    sign_in_too_old: {
      hint: "Start the sign-in again without prompt=none.",
      places: ["authorize"],
      fixableBy: "person",
      retryable: false,
      description:
        "The person signed in longer ago than max_age allows and prompt=none forbids asking again.",
      cause:
        "The application wants a fresh sign-in (`max_age` in seconds), the last one is older, and no page may be shown.",
      resolution:
        "Send the person to `/oauth/authorize` again with the same `max_age` and without `prompt=none`; they are asked for their password and come back.",
      prevention:
        "Ask for a fresh sign-in only before something that needs it, such as a payment, and expect a visible page then.",
      retry: "Not silently: a sign-in only gets older.",
      page: askedSilently,
    },
  },
} as const satisfies CodeDefinition;
