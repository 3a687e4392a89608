import type { ReasonDefinitions } from "../../definition.ts";

/** Why an authorization code is refused. */
export const authorizationCodeReasons = {
  authorization_code_unknown: {
    hint: "Start the sign-in again and send the code exactly as it came, decoded once.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "This server never issued this authorization code, or forgot it long ago.",
    cause:
      "The code was cut off or changed on its way (a database column too short, a code encoded twice), comes from another server or environment, or a placeholder such as `test` was sent.",
    resolution:
      "Take `code` from the query of the callback with a URL parser and send it unchanged to the same server that issued it. Compare the first characters at both ends.",
    prevention: "Keep the base URL of the authorize and the token request in one setting.",
    retry: "No. Start a new sign-in.",
  },
  authorization_code_expired: {
    hint: "Start the sign-in again and redeem the code at once.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The authorization code has expired; it must be redeemed within minutes of its issue.",
    cause:
      "More than 10 minutes (unless the operator changed `AUTHORIZATION_CODE_TTL`) lay between the redirect and the token request: a job queue in between, a debugger that held the callback, a callback page opened again from the history.",
    resolution:
      "Redeem the code in the very request that receives the callback. Send the person through the sign-in again.",
    prevention:
      "Never store codes for later. If the callback must wait for something, let it wait after the exchange.",
    retry: "No. Start a new sign-in; the person is usually still signed in and is not asked anything.",
  },
  authorization_code_used: {
    hint: "Start the sign-in again, and redeem each code exactly once.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The authorization code was already redeemed; tokens issued from it may have been revoked.",
    cause:
      "The callback ran twice: React's StrictMode runs effects twice in development, the person reloaded the callback page or pressed Back, a link preview or prefetch opened it, or a client repeated the request after a timeout. If it was none of these, somebody stole the code; therefore tokens issued from it are revoked.",
    resolution:
      "Redeem the code once: before the request, mark it as taken (by `state`), and after it, replace the address with one without the code (`history.replaceState` or a redirect).",
    prevention:
      "Do the exchange on your server, or in React outside an effect (a router loader) or behind a guard that survives the second run. With PKCE a second, identical request within 10 seconds is refused too, but revokes nothing: the tokens of the first one stay good.",
    retry: "No. Start a new sign-in.",
  },
  authorization_code_revoked: {
    hint: "Start the sign-in again; the person signed out of every application since.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The authorization behind this code was revoked before the code was redeemed.",
    cause:
      "Between the redirect and the token request the person was signed out everywhere (`/api/logout-sso`, by this or another application), or the application revoked the authorization itself.",
    resolution: "Send the person through the sign-in again.",
    prevention: "Redeem the code at once, and do not sign a person out while a sign-in is under way.",
    retry: "No. Start a new sign-in.",
  },
  authorization_code_client_mismatch: {
    hint: "Redeem the code with the client_id that requested it.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The authorization code was issued to another application.",
    cause:
      "The sign-in starts with one `client_id` and the token request authenticates as another: the website's id in the front end and the backend's id behind it, or test and production mixed.",
    resolution: "Use the same `client_id` for both requests. The code has not been harmed by this attempt.",
    prevention: "Read `client_id` from one setting at both places.",
    retry:
      "Yes, with the right application's credentials, as long as the code has not expired; never with these.",
  },
  redirect_uri_mismatch: {
    hint: "Send the same redirect_uri at the token endpoint as at the authorization endpoint, character for character.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The redirect_uri differs from the one with which this sign-in was started.",
    cause:
      "The token request must repeat the `redirect_uri` of the authorize request exactly. Typical: a slash more or less at the end, `http` behind a proxy where the browser saw `https`, `localhost` for `127.0.0.1`, or the address of the current page instead of the configured one.",
    resolution:
      "Use one and the same setting at both places and send the person through the sign-in again: the code is no longer usable.",
    prevention:
      "Never compute `redirect_uri` from the incoming request; proxies change its scheme, host and port.",
    retry: "No. Start a new sign-in after correcting it.",
  },
  code_verifier_mismatch: {
    hint: "Send the code_verifier that belongs to the code_challenge of this very sign-in.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The code_verifier does not fit the code_challenge of this sign-in.",
    cause:
      "Two sign-ins in two tabs overwrote each other's verifier, the verifier was made anew in the callback, the challenge was made from the wrong bytes (hex instead of base64url, or with padding), or somebody tries to redeem a code caught elsewhere.",
    resolution:
      "Keep each verifier under a key made from `state`. Check the calculation with the example of RFC 7636, appendix B: the verifier `dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk` gives the challenge `E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM`.",
    prevention: "Let a library make and keep both values, and test with two tabs.",
    retry: "No. The code is no longer usable; start a new sign-in.",
  },
} as const satisfies ReasonDefinitions;
