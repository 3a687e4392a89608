import type { CodeFacts } from "./code-table.ts";
import type { OwnReasons } from "./own-reasons.ts";

const checkIssuer = { fixableBy: "app_developer", hint: "Check the issuer setting." } as const;

export const ownCodes: { readonly [Code in keyof OwnReasons]: CodeFacts } = {
  configuration_invalid: {
    hint: "Correct the options.",
    reasons: {
      issuer_malformed: { hint: "Give the server's origin, like https://id.example.com." },
      issuer_insecure: { hint: "Use https; http is for localhost, 127.0.0.1 and [::1] only." },
      client_secret_in_browser: { hint: "Register a public application: a browser keeps no secret." },
      crypto_unavailable: { hint: "Serve the page by https, or use Node 20 or newer." },
      return_to_foreign: { hint: "Pass a path of your own, like /orders?page=2." },
    },
  },
  callback_invalid: {
    fixableBy: "person",
    hint: "Start the sign-in again.",
    reasons: { issuer_missing: checkIssuer, issuer_mismatch: checkIssuer },
  },
  network_error: {
    fixableBy: "operator",
    retryable: true,
    hint: "Check the network and the issuer setting, then try again.",
  },
  timeout: { fixableBy: "operator", retryable: true, hint: "Try again later." },
  aborted: { hint: "Nothing need be done." },
  response_invalid: {
    fixableBy: "operator",
    hint: "Try again later; see what answers at the issuer's address.",
    reasons: { redirected: checkIssuer, issuer_mismatch: checkIssuer },
  },
  not_signed_in: { fixableBy: "person", hint: "Offer to sign in." },
  token_store_failed: { hint: "See the cause." },
};
