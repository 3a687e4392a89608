import type { CodeDefinition } from "../definition.ts";
import { administrationReasons } from "./permission-denied/administration.ts";
import { webhookReasons } from "./permission-denied/webhook.ts";

export const permissionDenied = {
  code: "permission_denied",
  family: "api",
  status: 403,
  description: "Who is asking is known, and may not do this, whatever scopes the token has.",
  resolution:
    "Do not ask for other scopes: none changes this answer. Read `reason` and `hint` to see who may, and when.",
  reasons: {
    other_user: {
      hint: "Ask only for the id of the token's own user, or use a token with the scope admin.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The token may read its own user only, and another id was asked for.",
      cause:
        "`GET /api/users/{id}` was called with the id of another person, or with an id from your own database instead of the one that `GET /api/user` gave. The answer is the same whether or not that user exists.",
      resolution:
        "Use `GET /api/user`, which needs no id. Reading other people needs the scope `admin` and a person with that role.",
      prevention:
        "Store the `id` from `GET /api/user` beside your own key for the person, and do not mix the two.",
      retry: "No, not for this id with this token.",
    },
    admin_only: {
      hint: "Use a token or sign-in of a person who is an administrator.",
      places: ["api", "page"],
      fixableBy: "operator",
      retryable: false,
      description: "Only an administrator may do this, and this person is not one, or no longer.",
      cause:
        "The role is checked at each call. The token has the scope `admin` from a time when its user was an administrator and the role has been taken away, or somebody opened a page of the administration without having the role.",
      resolution:
        "If the person should be an administrator, the operator gives the role with `user admin ID on`; it counts at once for tokens, and on pages after signing in anew.",
      prevention: "Show administrative functions of your application only to people whose calls succeed.",
      retry: "No, not until the role has been given.",
      page: {
        title: "This page is for administrators",
        sentence:
          "Your account may not open this page. If you have another account that may, sign in with that one; if you think this one should, ask the people who run this service.",
        wayOn: "home",
      },
    },
    not_a_user: {
      hint: "Use a token that a person's sign-in gave, not one of client_credentials.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description:
        "The token belongs to an application, not to a person, and this endpoint is about a person.",
      cause:
        "The token came from `grant_type=client_credentials`. Such a token speaks for the application itself: there is no user whose data it could read or whom it could sign out.",
      resolution:
        "Let the person sign in with `authorization_code` and call the endpoint with the token from that sign-in.",
      prevention: "Keep machine tokens and people's tokens in separate variables with telling names.",
      retry: "No, not with this token.",
    },
    user_disabled: {
      hint: "Ask the person to contact the operator of this server; the account is disabled.",
      places: ["api", "page"],
      fixableBy: "operator",
      retryable: false,
      description: "The account to which this token or sign-in belongs is disabled.",
      cause: "An administrator disabled the account while your application still held a token for it.",
      resolution:
        "Sign the person out of your application and tell them that the operator of the account service can say why.",
      prevention: "None is needed. Do not delete the person's data at once: an account can be enabled again.",
      retry: "No, not until an administrator enables the account.",
      page: {
        title: "This account is disabled",
        sentence:
          "We know that it is you, but the people who run this service have disabled this account. Please contact them to learn why. If you have another account, you can sign in with that one.",
        wayOn: "sign_in",
      },
    },
    form_token_invalid: {
      hint: "Open the page again and send its form.",
      places: ["page"],
      fixableBy: "person",
      retryable: true,
      description: "The form was sent without the token that proves it came from a page of this server.",
      cause:
        "The browser has lost or blocks the cookie of this site (private window closed, cookies cleared, cookies switched off), or the form was sent by another site or a script.",
      resolution:
        "Load the page anew and send the form again. If it happens each time, allow cookies for this site. A script has to read the form and send all its fields, the hidden ones included, with the cookie.",
      prevention: "Keep cookies allowed for this site; it uses them for nothing but signing in.",
      retry: "Yes, from a freshly loaded page.",
      page: {
        title: "Please send the form again",
        sentence:
          "To protect you, we accept a form only from a page that we gave to this very browser, and this time we could not tell. Nothing was changed. Open the page again and repeat what you did; if it happens again, allow cookies for this site.",
        wayOn: "try_again",
      },
    },
    origin_foreign: {
      hint: "Open the page on this server and send its form there.",
      places: ["page"],
      fixableBy: "person",
      retryable: true,
      description: "The form was sent from a page of another site.",
      cause:
        "Another site tried to send a form in the person's name, or this server is reached under an address other than the one it was set up for (`ISSUER`), for example by its IP address or through a proxy with another name.",
      resolution:
        "Person: open this service by its usual address and try there. Operator: if everybody sees this, `ISSUER` is not the address people use.",
      prevention: "Operators: let every other host name redirect to the issuer.",
      retry: "Yes, from a page of this server.",
      page: {
        title: "This request came from another site",
        sentence:
          "Something outside this service tried to send a form in your name, so we stopped it. Nothing was changed. If you did want to do this, open it here, on our own pages.",
        wayOn: "home",
      },
    },
    application_registration_closed: {
      hint: "Ask the operator of this server to register the application.",
      places: ["page"],
      fixableBy: "operator",
      retryable: false,
      description: "Developers cannot register applications by themselves on this server.",
      cause:
        "The operator switched it off (`DEVELOPER_REGISTRATION=off`); applications are registered by administrators.",
      resolution:
        "Send the operator the name, the redirect URIs and the scopes of your application. They register it with `client create`.",
      prevention:
        "Operators: tell developers in your documentation whom to write to. Switch it on with `DEVELOPER_REGISTRATION=on`.",
      retry: "No, not until the operator opens it.",
      page: {
        title: "Applications are registered for you here",
        sentence:
          "At the moment nobody can register an application here by themselves. Please ask the people who run this service to do it for you. What you registered before is still yours.",
        wayOn: "home",
      },
    },
    registration_closed: {
      hint: "Sign in with an account you have, or ask the operator of this server for one.",
      places: ["page"],
      fixableBy: "operator",
      retryable: false,
      description: "New people cannot register by themselves on this server.",
      cause:
        "The operator switched registration off (`REGISTRATION=off`); accounts are made by administrators.",
      resolution: "Ask the people who run this service for an account.",
      prevention:
        "Operators: with registration off, do not link to `/register` from your own pages. Switch it on with `REGISTRATION=on`.",
      retry: "No, not until the operator opens registration.",
      page: {
        title: "Registration is closed",
        sentence:
          "At the moment nobody can open an account here by themselves. If you have one, sign in. If not, ask the people who run this service.",
        wayOn: "sign_in",
      },
    },
    ...administrationReasons,
    ...webhookReasons,
  },
} as const satisfies CodeDefinition;
