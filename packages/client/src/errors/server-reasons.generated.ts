// Made from the server's error catalogue by scripts/generate-client-errors.mjs; changes here are overwritten.

/** Every code an application can receive from the server, with its reasons. */
export interface ServerReasons {
  /** The request is not built as the protocol demands: something is missing, repeated, misplaced or malformed. */
  readonly invalid_request:
    | "parameter_missing"
    | "parameter_repeated"
    | "parameter_malformed"
    | "parameter_too_long"
    | "parameter_value_unsupported"
    | "prompt_none_combined"
    | "parameters_too_many"
    | "body_too_large"
    | "body_malformed"
    | "content_type_unsupported"
    | "method_not_allowed"
    | "client_authentication_repeated"
    | "credentials_in_query"
    | "code_challenge_required"
    | "code_challenge_method_unsupported"
    | "code_verifier_required"
    | "code_verifier_unexpected"
    | "rehearsal_unknown";
  /** The application could not prove who it is. */
  readonly invalid_client:
    | "client_authentication_missing"
    | "client_authentication_failed"
    | "client_authentication_unsupported"
    | "client_secret_unexpected"
    | "confidential_client_required"
    | "authorization_header_malformed"
    | "client_disabled";
  /** The authorization code or refresh token is not usable: expired, used, revoked, unknown, or meant for somebody else. */
  readonly invalid_grant:
    | "authorization_code_unknown"
    | "authorization_code_expired"
    | "authorization_code_used"
    | "authorization_code_revoked"
    | "authorization_code_client_mismatch"
    | "redirect_uri_mismatch"
    | "code_verifier_mismatch"
    | "refresh_token_unknown"
    | "refresh_token_expired"
    | "refresh_token_revoked"
    | "refresh_token_reused"
    | "refresh_token_superseded"
    | "refresh_token_scope_differs"
    | "refresh_token_client_mismatch"
    | "user_disabled"
    | "password_changed"
    | "consent_revoked";
  /** The application is known, but it is not permitted to get tokens in this way. */
  readonly unauthorized_client: "grant_not_permitted";
  /** The token endpoint does not know this grant_type at all. */
  readonly unsupported_grant_type: "grant_type_unsupported";
  /** The authorization endpoint gives out authorization codes only, and something else was asked for. */
  readonly unsupported_response_type: "response_type_unsupported";
  /** The scope parameter asks for something that cannot be given. */
  readonly invalid_scope:
    | "scope_unknown"
    | "scope_malformed"
    | "scope_not_permitted"
    | "scope_exceeds_grant"
    | "scope_admin_only";
  /** The sign-in ended without a yes: the person refused, waited too long, or may not use this application. */
  readonly access_denied:
    | "user_denied"
    | "interaction_expired"
    | "client_disabled"
    | "user_disabled"
    | "not_a_tester";
  /** The server failed in a way it did not expect. The request itself may have been right. */
  readonly server_error: "unexpected";
  /** The server cannot answer right now and says when to come back. Nothing is wrong with the request. */
  readonly temporarily_unavailable:
    | "maintenance"
    | "overloaded"
    | "database_unavailable"
    | "rate_limited"
    | "rehearsals_busy";
  /** The application asked for a silent sign-in, but the person has to sign in first. */
  readonly login_required: "not_signed_in" | "sign_in_too_old";
  /** The application asked for a silent sign-in, but the person has to be asked for permission first. */
  readonly consent_required: "consent_missing" | "public_client_unproven";
  /** The application asked for a silent sign-in, but only the person can say which of several accounts is meant. */
  readonly account_selection_required: "several_accounts";
  /** The call was understood, but what it brings is not valid. Nothing was stored. */
  readonly validation_error:
    | "json_malformed"
    | "field_missing"
    | "field_invalid"
    | "field_unknown"
    | "cursor_invalid"
    | "method_not_allowed"
    | "body_too_large"
    | "content_type_unsupported"
    | "rehearsal_unknown";
  /** The access token was issued by this server and its time is over. */
  readonly token_expired: "token_expired";
  /** A token was sent, but it is not one that this server accepts. */
  readonly token_invalid: "token_malformed" | "token_unknown" | "token_revoked" | "client_disabled";
  /** The call carries no access token where one is expected. */
  readonly unauthenticated: "token_missing" | "scheme_unsupported" | "token_in_query";
  /** The access token is good, but it lacks the scope that this endpoint needs. */
  readonly insufficient_scope: "scope_missing";
  /** The token has the scope, and the person agreed, but an administrator has not approved this application for it. */
  readonly unapproved_scope:
    | "approval_not_requested"
    | "approval_pending"
    | "approval_rejected"
    | "approval_withdrawn";
  /** Who is asking is known, and may not do this, whatever scopes the token has. */
  readonly permission_denied:
    | "other_user"
    | "admin_only"
    | "not_a_user"
    | "user_disabled"
    | "super_admin_only"
    | "last_super_admin"
    | "own_account"
    | "proof_too_old"
    | "webhook_signature_invalid"
    | "webhook_token_invalid";
  /** There is nothing at this address. */
  readonly resource_not_found: "path_unknown" | "user_unknown" | "client_unknown" | "failed_request_unknown";
  /** More requests came than the limit allows; the counter begins anew after a while. */
  readonly rate_limit_exceeded: "rate_limited" | "details_rate_limited";
  /** The API cannot answer right now and says when to come back. Nothing is wrong with the call or the token. */
  readonly service_unavailable: "maintenance" | "overloaded" | "database_unavailable" | "rehearsals_busy";
}
