import type { CodeDefinition } from "../definition.ts";

export const invalidClient = {
  code: "invalid_client",
  family: "oauth",
  status: 401,
  description: "The application could not prove who it is.",
  resolution:
    "Check `client_id` and `client_secret` and how they are sent: either `Authorization: Basic base64(urlencode(client_id):urlencode(client_secret))`, or both as fields of the form body.",
  reasons: {
    client_authentication_missing: {
      hint: "Send client_id and client_secret, by HTTP Basic or in the body; a public application sends client_id alone.",
      places: ["token", "revoke", "introspect"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The request does not say which application sends it, or brings no proof of it.",
      cause:
        "An environment variable with the secret is empty on the server that runs the application, the body is sent without its `Content-Type` so that its fields are lost, or a redirect or proxy dropped the `Authorization` header.",
      resolution:
        "Log the length (never the value) of the secret before the call; 0 tells the story. Then send `client_id` and `client_secret` in the body, or by HTTP Basic.",
      prevention:
        "Let the application refuse to start when its client id or secret is empty, and post to the final `https` address of `/oauth/token`, never to one that redirects.",
      retry: "No, not before the credentials are sent.",
    },
    client_authentication_failed: {
      hint: "Check client_id and client_secret (right application, no blank or newline at the end), and form-encode both before Basic: base64(urlencode(client_id):urlencode(client_secret)).",
      places: ["token", "revoke", "introspect"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The client is unknown or its secret is wrong.",
      cause:
        "A secret pasted with a blank or newline at its end, the secret of another environment, a secret that was rotated meanwhile, quotation marks from a `.env` file that became part of the value, or an id and secret that were not form-encoded before HTTP Basic. The answer is the same for an unknown client and a wrong secret, so that nobody can find out which clients exist.",
      resolution:
        "Copy `client_id` and `client_secret` afresh from one and the same registration. Compare the secret's length: secrets made by this server have 40 characters. If the value is right, check the encoding: `Authorization: Basic base64(urlencode(client_id):urlencode(client_secret))`. If the secret is lost, rotate it: it is stored as a hash only and nobody can read it out.",
      prevention:
        "Trim secrets when you read them, keep them in a secret store for each environment, and use the overlap of a rotation: the old secret keeps working until you have deployed the new one.",
      retry: "No. Repeating it only runs into the rate limit.",
    },
    client_authentication_unsupported: {
      hint: "Authenticate by client_secret_basic or client_secret_post; a public application sends client_id alone.",
      places: ["token", "revoke", "introspect"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The application authenticated by a method that this server does not offer.",
      cause:
        "The library is set to `private_key_jwt`, `client_secret_jwt` or client certificates, or the `Authorization` header carries another scheme than `Basic`: `Bearer` at the token endpoint is a common slip.",
      resolution:
        "Set the library's token endpoint authentication method to `client_secret_basic` or `client_secret_post`, and remove any `Bearer` header from calls to `/oauth/token`.",
      prevention:
        "Let the library read `token_endpoint_auth_methods_supported` from `/.well-known/oauth-authorization-server`.",
      retry: "No, not before the method is changed.",
    },
    client_secret_unexpected: {
      hint: "Send client_id alone; this application is public and has no secret.",
      places: ["token", "revoke"],
      fixableBy: "app_developer",
      retryable: false,
      description: "A secret was sent for an application that is registered as public and has none.",
      cause:
        "A phone or single-page application was registered as public, as it should be, and its library still sends a `client_secret`: an old one, a made-up one or an empty default.",
      resolution:
        "Remove the secret from the configuration and let the library authenticate by `none`, with PKCE. If the application runs on a server and can keep a secret, have it registered as confidential.",
      prevention:
        "Never ship a secret inside an app or a web page: everybody who has the app has the secret. PKCE takes its place.",
      retry: "No, not with the secret; yes, at once, without it.",
    },
    confidential_client_required: {
      hint: "Call this endpoint with a confidential application, which has a secret.",
      places: ["introspect"],
      fixableBy: "app_developer",
      retryable: false,
      description: "Only an application with a secret may ask about tokens, and this one is public.",
      cause:
        "A browser or phone application called `/oauth/introspect`. Anybody can pose as a public application, so the answer would go to anybody.",
      resolution:
        "Let your backend ask, with the credentials of a confidential application. In the app itself simply call the API: a 401 says that the token is no longer good.",
      prevention: "Introspect tokens only where they are received, in the resource server.",
      retry: "No, not as a public application.",
    },
    authorization_header_malformed: {
      hint: "Send Authorization: Basic followed by base64(urlencode(client_id):urlencode(client_secret)).",
      places: ["token", "revoke", "introspect"],
      fixableBy: "app_developer",
      retryable: false,
      description:
        "The Authorization header says Basic, but what follows cannot be decoded into an id and a secret.",
      cause:
        "The value was not base64-encoded, was encoded twice, has no colon between id and secret, lost its last characters, or the base64 was made of the form `client_id=...&client_secret=...`. A percent sign that begins no escape has the same effect.",
      resolution:
        "Build it in this order: form-encode `client_id`, form-encode `client_secret`, join them with a colon, encode the result as base64 once, and put `Basic ` with one blank in front. With curl, `-u CLIENT_ID:CLIENT_SECRET` does it for you.",
      prevention: "Leave the header to your OAuth or HTTP library.",
      retry: "No, not before the header is built rightly.",
    },
    client_disabled: {
      hint: "Ask the operator of this server why the application is disabled.",
      places: ["token", "revoke", "introspect"],
      fixableBy: "operator",
      retryable: false,
      description: "The credentials are right, but the application is disabled on this server.",
      cause:
        "An administrator disabled the application, for example because its secret leaked, its owner left, or it broke the rules of this service. This is said only to somebody who brings the right secret.",
      resolution:
        "Write to the operator of this server, with the `client_id` and the `request_id`. Once it is enabled (`client enable`), everything works with the same credentials.",
      prevention:
        "Keep the contact address of the application current, and replace a leaked secret at once instead of waiting to be asked.",
      retry:
        "No. Stop background jobs meanwhile; every call fails until an administrator enables the application.",
    },
  },
} as const satisfies CodeDefinition;
