import type { ReasonDefinitions } from "../../definition.ts";
import { applicationMistake } from "../pages.ts";

/** PKCE (RFC 7636): the proof that who redeems a code is who asked for it. A wrong proof is `invalid_grant`. */
export const pkceReasons = {
  code_challenge_required: {
    hint: "Send code_challenge and code_challenge_method=S256; this application is public.",
    places: ["authorize"],
    fixableBy: "app_developer",
    retryable: false,
    description: "A public application must use PKCE, and code_challenge is missing.",
    cause:
      "The application is registered as public (a phone, desktop or single-page application without a secret) and starts the sign-in without `code_challenge`. Without it, a program that catches the code could redeem it.",
    resolution:
      "Make a random `code_verifier`, keep it, and send `code_challenge=base64url(sha256(code_verifier))` and `code_challenge_method=S256`. In every current OAuth library this is one switch named PKCE.",
    prevention: "Use PKCE in all applications, confidential ones included; it costs nothing.",
    retry: "No, not without `code_challenge`.",
    page: applicationMistake,
  },
  code_challenge_method_unsupported: {
    hint: "Send code_challenge_method=S256.",
    places: ["authorize"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The code_challenge_method is not S256, which is the only one this server accepts.",
    cause:
      "`plain` was chosen, `S256` was misspelt (`sha256`, `s256`), or the parameter was left out, which RFC 7636 takes for `plain`. With `plain` whoever reads the first request can redeem the code.",
    resolution:
      "Send `code_challenge_method=S256`, and hash the verifier: `base64url(sha256(code_verifier))`.",
    prevention: "Let your OAuth library choose; all current ones send `S256`.",
    retry: "No, not before the method is changed.",
    page: applicationMistake,
  },
  code_verifier_required: {
    hint: "Send the code_verifier whose SHA-256 you sent as code_challenge.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The sign-in was started with code_challenge, but code_verifier is missing now.",
    cause:
      "The verifier was lost between the two requests: it was kept in memory and the page was reloaded, in `sessionStorage` of another tab, or in a cookie that does not come back from a redirect (`SameSite=Strict`); or the server that redeems the code is not the one that made the verifier.",
    resolution:
      "Keep the verifier where the callback finds it (server session, `sessionStorage` of the same tab, or a cookie with `SameSite=Lax`), under a key made from `state`, and send it with the code.",
    prevention: "Test the sign-in with a page reload in the middle, and with two tabs at once.",
    retry:
      "Yes, with the verifier, as long as the code has not expired; if the verifier is lost, start a new sign-in.",
  },
  code_verifier_unexpected: {
    hint: "Leave code_verifier out, or send code_challenge when you start the sign-in.",
    places: ["token"],
    fixableBy: "app_developer",
    retryable: false,
    description: "A code_verifier was sent, but this sign-in was started without code_challenge.",
    cause:
      "The URL that starts the sign-in is built in one place, without PKCE, and the code is redeemed by a library that uses it; or something on the way removed `code_challenge`. It is refused because an attacker who strips PKCE off a sign-in looks just the same.",
    resolution: "Let the same library build the authorize URL and redeem the code, so that both use PKCE.",
    prevention: "Do not write the sign-in URL into a template by hand.",
    retry: "Start a new sign-in, with `code_challenge`.",
  },
} as const satisfies ReasonDefinitions;
