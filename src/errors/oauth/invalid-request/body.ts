import type { ReasonDefinitions } from "../../definition.ts";
import { applicationMistake } from "../pages.ts";

/** What can be wrong with the request as a whole: its method, body, type and where credentials stand. */
export const bodyReasons = {
  body_too_large: {
    hint: "Send a body of at most {limit} bytes.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The body of the request is larger than this server reads.",
    cause:
      "Something that does not belong here was sent along: a file, a log, a whole object of the application. OAuth requests are well below two kilobytes.",
    resolution: "Send only the parameters of the grant. The limit stands in the `hint`.",
    prevention: "Build the body from named fields.",
    retry: "No, not with a body of this size.",
    page: applicationMistake,
  },
  body_malformed: {
    hint: "Send a body that matches its Content-Type: form fields, or one JSON object whose values are all strings.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The body of the request cannot be read as what its Content-Type says.",
    cause:
      "JSON sent as a form or the other way round, JSON with numbers, nested objects or a trailing comma, a percent sign that begins no escape, bytes that are not UTF-8, or a body that broke off half-way.",
    resolution:
      "Send `grant_type=...&code=...` with `Content-Type: application/x-www-form-urlencoded`. In JavaScript, `fetch(url, { method: 'POST', body: new URLSearchParams({...}) })` sets both.",
    prevention: "Let the HTTP library encode the body and set the header; do not set the header by hand.",
    retry: "No, not before the body is corrected.",
    page: applicationMistake,
  },
  content_type_unsupported: {
    hint: "Send Content-Type: application/x-www-form-urlencoded.",
    places: ["authorize", "token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The body has a Content-Type that this endpoint does not read, or none.",
    cause:
      "`multipart/form-data` from a `FormData` object, `text/plain` from a string body in the browser, or a request without the header.",
    resolution:
      "Send the fields as `application/x-www-form-urlencoded`; use `URLSearchParams` instead of `FormData`. In PHP use `http_build_query`, with axios pass a `URLSearchParams` object.",
    prevention: "Write one function that calls the token endpoint, and test it once against the real server.",
    retry: "No, not before the header is corrected.",
    page: applicationMistake,
  },
  method_not_allowed: {
    hint: "Use the method {allowed}.",
    places: ["token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    status: 405,
    description: "This endpoint does not answer the HTTP method that was used.",
    cause:
      "The address was opened in a browser, a link or an image points at it, a client follows a redirect from `http` to `https` and turns its POST into a GET on the way, or GET was used to see whether the server is up.",
    resolution:
      "Send a POST straight to the final `https` address. For a check of the server's health use `/health`.",
    prevention: "Take endpoint addresses from `/.well-known/oauth-authorization-server`.",
    retry: "No, not with this method. The `Allow` header names the right one.",
  },
  client_authentication_repeated: {
    hint: "Authenticate either by the Authorization header or by client_id and client_secret in the body, not by two that differ.",
    places: ["token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "The request authenticates the client twice, and the two do not agree.",
    cause:
      "The library sends HTTP Basic by itself and the code adds `client_id` and `client_secret` to the body as well, with values of another application or with an old secret.",
    resolution:
      "Remove one of the two. Identical ones are accepted, so the difference you see is real: compare both ids and both lengths.",
    prevention:
      "Set the authentication method of your library explicitly: `client_secret_basic` or `client_secret_post`.",
    retry: "No, not before one of the two is removed.",
  },
  credentials_in_query: {
    hint: "Move {parameter} from the URL into the body, and replace the leaked value.",
    places: ["token", "revoke", "introspect"],
    fixableBy: "app_developer",
    retryable: false,
    description: "A secret, code or token was sent in the URL, where it ends up in logs.",
    cause:
      "The parameters were passed as query parameters: `params` instead of `data` in axios or Python's requests, or a URL joined by hand. Proxies and servers write URLs into their logs and keep them for months.",
    resolution:
      "Send the parameter in the form body. Regard the value as leaked: rotate a `client_secret`, revoke a token at `/oauth/revoke`.",
    prevention: "Never add a query to `/oauth/token`, `/oauth/revoke` or `/oauth/introspect`.",
    retry: "No, not from the URL.",
  },
} as const satisfies ReasonDefinitions;
