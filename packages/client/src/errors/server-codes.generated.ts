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
  unsupported_response_type: { hint: "Send response_type=code." },
  invalid_scope: {},
  access_denied: {
    fixableBy: "person",
    hint: "Tell the person what needs the sign-in, and offer to start it again.",
    reasons: {
      interaction_expired: {
        retryable: true,
        hint: "Start the sign-in again, with a new state and code_challenge.",
      },
      client_disabled: { fixableBy: "operator", hint: "Ask the operator why the application is disabled." },
      user_disabled: {
        fixableBy: "operator",
        hint: "Tell the person to ask the operator: the account is disabled.",
      },
      not_a_tester: {
        fixableBy: "app_developer",
        hint: "Invite the person in the error lab, or sign in as somebody invited.",
      },
    },
  },
  server_error: { fixableBy: "operator", retryable: true },
  temporarily_unavailable: {
    fixableBy: "operator",
    retryable: true,
    reasons: {
      rate_limited: { fixableBy: "app_developer" },
      rehearsals_busy: { fixableBy: "app_developer" },
    },
  },
  login_required: { fixableBy: "person", hint: "Start the sign-in again without prompt=none." },
  consent_required: {
    fixableBy: "person",
    hint: "Start the sign-in again without prompt=none.",
    reasons: {
      public_client_unproven: {
        fixableBy: "app_developer",
        hint: "Start the sign-in again without prompt=none; or use an https redirect_uri.",
      },
    },
  },
  account_selection_required: { fixableBy: "person", hint: "Start the sign-in again without prompt=none." },
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
    reasons: {
      other_user: { fixableBy: "app_developer" },
      not_a_user: { fixableBy: "app_developer" },
      own_account: { fixableBy: "person" },
      proof_too_old: { fixableBy: "person" },
    },
  },
  resource_not_found: { reasons: { failed_request_unknown: { fixableBy: "person" } } },
  rate_limit_exceeded: { retryable: true },
  service_unavailable: {
    fixableBy: "operator",
    retryable: true,
    reasons: { rehearsals_busy: { fixableBy: "app_developer" } },
  },
};
