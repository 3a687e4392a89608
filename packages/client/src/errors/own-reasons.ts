/**
 * What goes wrong before a request leaves, on its way, or with an answer that is not the server's. The server's catalogue
 * cannot know these; everything else here is generated from it.
 */
export interface OwnReasons {
  /** The client was created, or called, in a way that cannot work. */
  readonly configuration_invalid:
    | "issuer_malformed"
    | "issuer_insecure"
    | "client_id_missing"
    | "client_secret_missing"
    | "client_secret_in_browser"
    | "redirect_uri_missing"
    | "crypto_unavailable"
    | "return_to_foreign";
  /** The redirect back to the application is not the answer to a sign-in that this browser started. */
  readonly callback_invalid:
    | "sign_in_not_started"
    | "parameter_repeated"
    | "state_missing"
    | "state_mismatch"
    | "issuer_missing"
    | "issuer_mismatch"
    | "code_missing";
  /** The request or its answer got lost. */
  readonly network_error: "connection_failed";
  /** The whole answer did not come in time. */
  readonly timeout: "no_answer";
  /** The signal that was passed in ended the call; its reason is the `cause`. */
  readonly aborted: "aborted_by_caller";
  /** Something answered, but not as this server does: a proxy, a login wall, another program. */
  readonly response_invalid: "not_json" | "unexpected_shape" | "too_large" | "redirected" | "issuer_mismatch";
  /** Nobody is signed in here, or the access token is over and cannot be renewed. */
  readonly not_signed_in: "tokens_missing" | "refresh_token_missing";
  /** Your token store threw; its error is the `cause`. */
  readonly token_store_failed: "load_failed" | "save_failed" | "clear_failed";
}
