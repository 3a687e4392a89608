import type { ReasonDefinitions } from "../../definition.ts";
import { applicationMistake } from "../pages.ts";

/** What can be wrong with a single parameter, or with how many there are. */
export const parameterReasons = {
  parameter_missing: {
    hint: "Send the parameter {parameter}.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "A required parameter is missing or has no value.",
    cause:
      "A variable that was empty when the URL or body was built, a misspelt name (`redirect_url` for `redirect_uri`), or a body whose `Content-Type` does not match, so that its fields are not seen. A parameter without a value counts as missing.",
    resolution:
      "The `hint` names the parameter. Print the names (not the values) of what you really send, after all encoding, and compare the spelling.",
    prevention:
      "Use an OAuth library, and let the application refuse to start when one of its settings is empty.",
    retry: "No, not before the parameter is sent.",
    page: applicationMistake,
  },
  parameter_repeated: {
    hint: "Send the parameter {parameter} exactly once.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "A parameter was sent more than once.",
    cause:
      "A value appended to a URL that already had it (`append` instead of `set`), an array that became `scope=a&scope=b`, or the same parameter in a fixed part and in a computed part of the request. Which of the values counts would be a guess, and attackers live off such guesses.",
    resolution: "Send one value. Several scopes go into one `scope` parameter, separated by spaces.",
    prevention: "Build queries and bodies with `URLSearchParams.set` or your language's equivalent.",
    retry: "No, not before the copy is removed.",
    page: applicationMistake,
  },
  parameter_malformed: {
    hint: "Correct the parameter {parameter}: {expected}.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "A parameter has a form that it may not have.",
    cause:
      "A value that was encoded twice or not at all, characters outside the permitted ones, text where a number belongs, or a PKCE value that is not base64url (with `+`, `/` or `=` in it) or not 43 to 128 characters long.",
    resolution:
      "The `hint` names the parameter and says what is expected. For PKCE: `code_verifier` is 43 to 128 characters of `A-Z a-z 0-9 - . _ ~`, and `code_challenge` is the base64url form, without padding, of its SHA-256: always 43 characters.",
    prevention:
      "Let a library make `code_verifier`, `code_challenge` and `state`, and encode every value exactly once.",
    retry: "No, not before the value is corrected.",
    page: applicationMistake,
  },
  parameter_too_long: {
    hint: "Shorten the parameter {parameter} to at most {limit} bytes.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "A parameter is longer than this server accepts.",
    cause:
      "Most often `state`: the whole page state, a token or a return address with a long query was packed into it. Many proxies cut such URLs off silently.",
    resolution:
      "Keep the data in your own session or in the browser's storage, and send a short random key in `state`.",
    prevention: "Make `state` 32 random bytes in base64url, and nothing else.",
    retry: "No, not before the value is shortened.",
    page: applicationMistake,
  },
  parameter_value_unsupported: {
    hint: "Send the parameter {parameter} with one of these values, or leave it out: {supported}.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "A parameter has a value that this server does not offer.",
    cause:
      "A value that another provider knows, such as `prompt=create` or `response_mode=form_post`, a misspelling, or capital letters: values are case-sensitive.",
    resolution:
      "The `hint` names the parameter and lists what is offered. Leave the parameter out for the usual behaviour.",
    prevention:
      "Read what is offered from `/.well-known/oauth-authorization-server` before you switch optional features on.",
    retry: "No, not before the value is changed.",
    page: applicationMistake,
  },
  prompt_none_combined: {
    hint: "Send prompt=none alone, or leave none out.",
    places: ["authorize"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The parameter prompt has the value none together with another value.",
    cause:
      "`none` forbids every page, and `login`, `consent` and `select_account` each demand one. Sent together, as in `prompt=none login`, they contradict each other.",
    resolution:
      "First try silently with `prompt=none`; when that answers `login_required`, `consent_required` or `account_selection_required`, start again without it.",
    prevention: "Write the silent and the visible sign-in as two functions with fixed parameters.",
    retry: "No, not before `prompt` is corrected.",
    page: applicationMistake,
  },
  parameters_too_many: {
    hint: "Send at most {limit} parameters.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The request has more parameters than this server accepts.",
    cause:
      "A whole form, tracking parameters or an unrelated object was passed on with the OAuth request, or a loop adds one parameter for each item of a list.",
    resolution: "Send the parameters of OAuth only; no flow of this server needs more than about fifteen.",
    prevention: "Name the parameters you send one by one instead of copying all that you received.",
    retry: "No, not with as many parameters.",
    page: applicationMistake,
  },
} as const satisfies ReasonDefinitions;
