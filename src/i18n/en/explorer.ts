import { counted } from "../counted.ts";

/** The error explorer: failing requests of one application, as its developer sees them. */
export const explorer = {
  title: "Errors",
  lead: "Requests of this application that were refused: what differed, how often, and how to mend it.",
  kept: "Every refusal is counted, for 30 days. The latest of each kind are kept one by one, for 7 days, without secrets, codes, tokens, and anything about people.",
  requestId: "Request id",
  requestIdHelp:
    "It stands in the answer as request_id and in the header X-Request-Id, and on every error page.",
  find: "Find",
  period: "Period",
  periods: { day: "24 hours", week: "7 days" },
  byHour: "By hour",
  total: (requests: number) =>
    counted("en", requests, { one: "# request failed.", other: "# requests failed." }),
  most: (requests: number) => counted("en", requests, { other: "At most # in one hour." }),
  none: "No request failed in this time.",
  table: "Numbers of the chart",
  hour: "Hour",
  requests: "Requests",
  problems: "What goes wrong",
  proven: "Proven",
  claimed: "Claimed",
  provenHelp:
    "Proven: the caller showed that it is your application. Claimed: anybody could have sent it in its name.",
  latest: "Latest requests",
  latestOf: (reason: string) => `Latest requests: ${reason}`,
  latestNone: "None is kept.",
  showAll: "Show all errors",
  all: "All errors of this application",
  facts: {
    when: "When",
    requestId: "Request id",
    endpoint: "Where",
    code: "Error code",
    reason: "Reason",
    authentication: "How the application said who it is",
    parameters: "Parameters that came",
    howOften: "How often in 7 days",
  },
  claimedNote:
    "This request did not prove that it came from your application: anybody can send one with your client_id.",
  authentication: {
    none: "by client_id alone, or not at all",
    basic: "by the Authorization header (Basic)",
    post: "by client_secret in the body",
    several: "by the Authorization header and by client_secret in the body",
    assertion: "by client_assertion",
    bearer: "by a Bearer token",
    other: "by another kind of Authorization header",
  },
  noParameters: "none",
  otherParameters: "others, whose names this server does not know",
  differed: "What differed",
  what: "What",
  expected: "Expected",
  registered: "Registered",
  received: "Received",
  nothing: "nothing",
  something: "something else",
  present: "a value",
  once: "once",
  repeated: "more than once",
  nowApproved: "It has been approved since.",
  redirectUri: "Redirect URI",
  registeredNow:
    "This address is registered by now, or differs only in a value that is not kept. If it still fails, compare the values after each equals sign.",
  kinds: (kinds: string) => `It differs in: ${kinds}.`,
  scopes: "Scopes",
  grants: "Grants",
  parameter: (name: string) => `Parameter ${name}`,
  secrets: "Client secret",
  secretMade: (moment: string) => `the secret made on ${moment}`,
  request: "Request",
  approval: (scope: string) => `Approval for ${scope}`,
  mend: "How to mend it",
  atCommandLine: "At the command line of this server:",
  links: {
    settings: "Change the settings of this application",
    secret: "Make a new secret",
    approval: "Look at the approval",
    code: "Code that works, to compare",
    reference: "This error in the reference",
  },
  /** In the error reference, for whoever follows a link with a request id. */
  yours: "Is this about your application? Look at this very request",
  /** What was expected and what came, for reasons where the settings do not say it. */
  contrast: {
    cursor_invalid: {
      expected: "the cursor of an earlier answer to the same question, unchanged",
      received: "another text, which is not kept",
    },
    client_authentication_failed: {
      expected: "a secret of this application that is in force",
      received: "another text, which is not kept",
    },
    client_authentication_missing: {
      expected: "client_secret, in the Authorization header (Basic) or in the body",
      received: "no secret",
    },
    client_authentication_repeated: {
      expected: "one way only: the Authorization header or the body",
      received: "both ways, and they say different things",
    },
    client_authentication_unsupported: {
      expected: "Basic, or client_id and client_secret in the body",
      received: "another method",
    },
    client_secret_unexpected: {
      expected: "no secret: this application is public",
      received: "a client_secret",
    },
    confidential_client_required: {
      expected: "a confidential application",
      received: "this one, which is public",
    },
    authorization_header_malformed: {
      expected: "Basic and the base64 of client_id:client_secret",
      received: "a header that cannot be read so",
    },
    client_disabled: { expected: "an active application", received: "this one, while it was disabled" },
    authorization_code_unknown: {
      expected: "a code of this server, whole and unchanged",
      received: "a text that this server never gave out",
    },
    authorization_code_expired: {
      expected: "a code that is at most 10 minutes old",
      received: "an older one",
    },
    authorization_code_used: {
      expected: "a code that is used for the first time",
      received: "one that was used before",
    },
    authorization_code_revoked: { expected: "a code that is in force", received: "one that was revoked" },
    authorization_code_client_mismatch: {
      expected: "a code that this application was given",
      received: "one that another application was given",
    },
    code_verifier_mismatch: {
      expected: "the code_verifier whose SHA-256 was sent as code_challenge",
      received: "another one, which is not kept",
    },
    code_verifier_required: {
      expected: "a code_verifier, since a code_challenge was sent",
      received: "no code_verifier",
    },
    code_verifier_unexpected: {
      expected: "no code_verifier, since no code_challenge was sent",
      received: "a code_verifier",
    },
    code_challenge_required: {
      expected: "a code_challenge: this application is public",
      received: "no code_challenge",
    },
    code_challenge_method_unsupported: { expected: "S256", received: "another method, or none" },
    refresh_token_unknown: {
      expected: "a refresh token of this server, whole and unchanged",
      received: "a text that this server never gave out",
    },
    refresh_token_expired: {
      expected: "a refresh token within its lifetime",
      received: "an older one",
    },
    refresh_token_revoked: {
      expected: "a refresh token that is in force",
      received: "one that was revoked",
    },
    refresh_token_reused: {
      expected: "the newest refresh token of this sign-in",
      received: "one that was exchanged before",
    },
    refresh_token_superseded: {
      expected: "the newest refresh token of this sign-in",
      received: "one that was exchanged before",
    },
    refresh_token_scope_differs: {
      expected: "the same scope as in the request before it",
      received: "another scope",
    },
    refresh_token_client_mismatch: {
      expected: "a refresh token that this application was given",
      received: "one that another application was given",
    },
    user_disabled: { expected: "an account in use", received: "one that is disabled" },
    password_changed: {
      expected: "a token from after the last change of the password",
      received: "one from before",
    },
    consent_revoked: {
      expected: "a person who allows this application",
      received: "one who took the permission back",
    },
    response_type_unsupported: { expected: "code", received: "something else" },
    content_type_unsupported: {
      expected: "application/x-www-form-urlencoded or application/json",
      received: "another media type, or none",
    },
    body_malformed: {
      expected: "a form, or one JSON object of texts",
      received: "a body that cannot be read so",
    },
    json_malformed: { expected: "one JSON object", received: "a body that cannot be read so" },
    credentials_in_query: {
      expected: "in the body or the Authorization header",
      received: "in the address, which logs and histories keep",
    },
    scope_malformed: {
      expected: "names with one space between them",
      received: "something else",
    },
    token_expired: { expected: "an access token within its lifetime", received: "an older one" },
    token_revoked: { expected: "an access token that is in force", received: "one that was revoked" },
    not_a_user: {
      expected: "the token of a person",
      received: "a token of the application itself (client_credentials)",
    },
    field_missing: { expected: "at least one field to change", received: "none" },
    field_unknown: { expected: "fields that this call knows", received: "another name" },
    field_invalid: {
      expected: "a value that this field can hold",
      received: "another one, which is not kept",
    },
    not_signed_in: { expected: "somebody who is signed in here", received: "nobody (prompt=none)" },
    sign_in_too_old: { expected: "a sign-in within max_age", received: "an older one (prompt=none)" },
    consent_missing: { expected: "a permission given before", received: "none (prompt=none)" },
    public_client_unproven: {
      expected: "a person who is asked again: this application is public",
      received: "prompt=none",
    },
    several_accounts: { expected: "one account", received: "several (prompt=none)" },
    prompt_none_combined: { expected: "prompt=none alone", received: "none beside another value" },
    scope_admin_only: { expected: "an administrator", received: "somebody else" },
    admin_only: { expected: "an administrator", received: "somebody else" },
    proof_too_old: {
      expected: "a token from a sign-in of the last five minutes",
      received: "one from an older sign-in",
    },
    super_admin_only: { expected: "a super-admin", received: "an admin" },
    last_super_admin: { expected: "another super-admin who stays", received: "the last one" },
    own_account: { expected: "somebody else's account", received: "the administrator's own" },
    not_a_tester: { expected: "somebody invited to this test application", received: "somebody else" },
    user_denied: { expected: "a yes of the person", received: "a no" },
    interaction_expired: { expected: "an answer of the person in time", received: "none, or a late one" },
    rate_limited: { expected: "at most as many requests as the limit allows", received: "more" },
    details_rate_limited: { expected: "at most as many requests as the limit allows", received: "more" },
    other_user: { expected: "the person's own id, or the scope admin", received: "another id" },
  },
};
