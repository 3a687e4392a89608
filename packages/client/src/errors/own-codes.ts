import type { CodeFacts } from "./code-table.ts";
import type { OwnReasons } from "./own-reasons.ts";

const checkIssuer = { fixableBy: "app_developer", hint: "Check the issuer setting." } as const;

export const ownCodes: { readonly [Code in keyof OwnReasons]: CodeFacts } = {
  configuration_invalid: {
    hint: "Correct the options.",
    reasons: {
      issuer_malformed: { hint: "Give an origin, like https://id.example.com." },
      issuer_insecure: { hint: "Use https; http is for loopback hosts only." },
      client_secret_in_browser: { hint: "Register a public application." },
      crypto_unavailable: { hint: "Use https, or Node 20 or newer." },
      return_to_foreign: { hint: "Pass a path, like /orders?page=2." },
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
    hint: "Check the network, then try again.",
  },
  timeout: { fixableBy: "operator", retryable: true, hint: "Try again later." },
  aborted: { hint: "Nothing need be done." },
  response_invalid: {
    fixableBy: "operator",
    hint: "Try again later; see what answers there.",
    reasons: { redirected: checkIssuer, issuer_mismatch: checkIssuer },
  },
  not_signed_in: { fixableBy: "person", hint: "Offer to sign in." },
  token_store_failed: { hint: "See the cause." },
};
