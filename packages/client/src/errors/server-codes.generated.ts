// Made from the server's error catalogue by scripts/generate-client-errors.mjs; changes here are overwritten.
import type { CodeFacts } from "./code-table.ts";
import type { ServerReasons } from "./server-reasons.generated.ts";

export const serverCodes: { readonly [Code in keyof ServerReasons]: CodeFacts } = {
  invalid_request: {},
  invalid_client: { reasons: { client_disabled: { fixableBy: "operator" } } },
  invalid_grant: {
    reasons: {
      refresh_token_expired: { fixableBy: "person" },
      refresh_token_revoked: { fixableBy: "person" },
      user_disabled: { fixableBy: "operator" },
      password_changed: { fixableBy: "person" },
      consent_revoked: { fixableBy: "person" },
    },
  },
  unauthorized_client: {},
  unsupported_grant_type: {},
  unsupported_response_type: { reasons: { response_type_unsupported: { hint: "Send response_type=code." } } },
  invalid_scope: {},
  access_denied: {
    fixableBy: "person",
    reasons: {
      user_denied: {
        hint: "Tell the person what the application cannot do without the sign-in, and offer to start it again.",
      },
      interaction_expired: {
        retryable: true,
        hint: "Start the sign-in again from the beginning, with a new state and a new code_challenge.",
      },
      client_disabled: {
        fixableBy: "operator",
        hint: "Ask the operator of this server why the application is disabled.",
      },
      user_disabled: {
        fixableBy: "operator",
        hint: "Ask the person to contact the operator of this server; the account is disabled.",
      },
      not_a_tester: {
        fixableBy: "app_developer",
        hint: "Invite the person on the page of the error lab in the developer portal, or sign in with an invited account (prompt=select_account).",
      },
    },
  },
  server_error: { fixableBy: "operator", retryable: true },
  temporarily_unavailable: {
    fixableBy: "operator",
    retryable: true,
    reasons: { rate_limited: { fixableBy: "app_developer" } },
  },
  login_required: {
    fixableBy: "person",
    reasons: {
      not_signed_in: { hint: "Start the sign-in again without prompt=none, so that the person can sign in." },
      sign_in_too_old: {
        hint: "Start the sign-in again without prompt=none, so that the person can prove again who they are.",
      },
    },
  },
  consent_required: {
    fixableBy: "person",
    reasons: {
      consent_missing: {
        hint: "Start the sign-in again without prompt=none, so that the person can be asked.",
      },
      public_client_unproven: {
        fixableBy: "app_developer",
        hint: "Start the sign-in again without prompt=none; a public application without an https redirect_uri is always asked about.",
      },
    },
  },
  account_selection_required: {
    fixableBy: "person",
    reasons: {
      several_accounts: {
        hint: "Start the sign-in again without prompt=none, so that the person can choose an account.",
      },
    },
  },
  validation_error: {},
  token_expired: {},
  token_invalid: {
    reasons: { token_revoked: { fixableBy: "person" }, client_disabled: { fixableBy: "operator" } },
  },
  unauthenticated: {},
  insufficient_scope: {},
  unapproved_scope: {
    reasons: { approval_pending: { fixableBy: "operator" }, approval_withdrawn: { fixableBy: "operator" } },
  },
  permission_denied: {
    fixableBy: "operator",
    reasons: { other_user: { fixableBy: "app_developer" }, not_a_user: { fixableBy: "app_developer" } },
  },
  resource_not_found: {},
  rate_limit_exceeded: { retryable: true },
  service_unavailable: { fixableBy: "operator", retryable: true },
};
