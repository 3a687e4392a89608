import type { CodeDefinition } from "../definition.ts";

export const unauthenticated = {
  code: "unauthenticated",
  family: "api",
  status: 401,
  description: "The call carries no access token where one is expected.",
  resolution: "Send `Authorization: Bearer` with the access token on every call to `/api`.",
  message: "Unauthenticated.",
  reasons: {
    token_missing: {
      hint: "Send the header Authorization: Bearer followed by an access token.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The request has no access token.",
      cause:
        "The header was not set, is empty because the token variable is, the token was put into the body instead, or the header was dropped on the way: many HTTP clients remove `Authorization` when they follow a redirect to another host, and some web servers do not pass it on to PHP or CGI programs.",
      resolution:
        "Log whether the header is there right before the call. Call the final `https` address directly. `curl -i -H 'Authorization: Bearer TOKEN' https://id.example/api/user` shows whether the token works.",
      prevention:
        "Set the header in one place for all calls, and do not call the API when nobody is signed in.",
      retry: "No, not before the header is sent.",
    },
    scheme_unsupported: {
      hint: "Send the header as Authorization: Bearer; other schemes are not accepted here.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The Authorization header has another scheme than Bearer.",
      cause:
        "`Basic` with the client's credentials was sent (that belongs to `/oauth/token`), `Token` or `JWT` out of habit from another API, or the bare token without a word in front.",
      resolution: "Write `Bearer`, one blank and the access token.",
      prevention: "Use separate HTTP clients for the token endpoint and for the API.",
      retry: "No, not before the scheme is corrected.",
    },
    token_in_query: {
      hint: "Move the token from the URL into the header Authorization: Bearer, and revoke the leaked one.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The access token was sent in the URL, where it is not accepted.",
      cause:
        "`?access_token=` in the address, as some older services allow. URLs are written into logs, histories and `Referer` headers.",
      resolution:
        "Send the token in the header. Regard the one from the URL as leaked: revoke it at `/oauth/revoke` and get a new one.",
      prevention: "Never put a token into a link; not into one for downloads or pictures either.",
      retry: "No, not in this form.",
    },
  },
} as const satisfies CodeDefinition;
