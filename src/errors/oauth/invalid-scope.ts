import type { CodeDefinition } from "../definition.ts";
import { applicationMistake } from "./pages.ts";

export const invalidScope = {
  code: "invalid_scope",
  family: "oauth",
  status: 400,
  description: "The scope parameter asks for something that cannot be given.",
  resolution:
    "Compare the `scope` you send with the scopes in the application's registration; send only those, separated by single spaces.",
  reasons: {
    scope_unknown: {
      hint: "Send only scopes that this server knows: {supported}.",
      places: ["authorize", "token"],
      fixableBy: "app_developer",
      retryable: false,
      description: "A requested scope does not exist on this server.",
      cause:
        "A misspelling (`view_user` or `viewUser` for `view-user`), capital letters (scopes are case-sensitive), or scopes of another provider: many libraries add `openid profile email` by themselves.",
      resolution:
        "Set the scope by hand, for example `scope=view-user detail-user`, and switch off the default scopes of your library.",
      prevention:
        "Write the scopes once, in one constant, and compare them with `scopes_supported` in `/.well-known/oauth-authorization-server`.",
      retry: "No, not before `scope` is corrected.",
      page: applicationMistake,
    },
    scope_malformed: {
      hint: "Send scope names separated by single spaces, for example scope=view-user detail-user.",
      places: ["authorize", "token"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The scope parameter is not a list of names separated by single spaces.",
      cause:
        "Commas between the names, quotation marks around them, a JSON array, two spaces in a row, or a space that was encoded twice and arrives as `%20` in the text.",
      resolution:
        "Join the names with one space and encode once: `view-user%20detail-user` or `view-user+detail-user` in a URL or form body.",
      prevention:
        "Build URLs and bodies with `URLSearchParams` or your language's equivalent, never by joining strings.",
      retry: "No, not before `scope` is corrected.",
      page: applicationMistake,
    },
    scope_not_permitted: {
      hint: "Leave out {scope}, or have it added to the application's registration.",
      places: ["authorize", "token"],
      fixableBy: "app_developer",
      retryable: false,
      description: "A requested scope exists, but the registration of this application does not list it.",
      cause:
        "The scope was never added to this application or was taken off it since, or the request goes out with the `client_id` of another one (test instead of production is common). Being listed comes before approval: an application that lists `detail-user` and waits for its approval does not get this error.",
      resolution:
        "Leave the scope out, or have it added to the registration by whoever manages the application: its owner, or the operator with `client update`.",
      prevention:
        "Decide on scopes when you register, and add a new one to the registration before the release that asks for it.",
      retry: "No. The answer stays the same until the registration or the request is changed.",
      page: applicationMistake,
    },
    scope_exceeds_grant: {
      hint: "Leave out {scope}, or start a new sign-in that asks for it.",
      places: ["token"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The refresh request asks for a scope that the person did not grant in this sign-in.",
      cause:
        "A refresh can only keep or narrow what was granted. A new version of the application sends its new, longer scope list together with refresh tokens from before.",
      resolution:
        "Refresh without `scope` (you then get everything that was granted), and send the person through `/oauth/authorize` once to ask for the new scope.",
      prevention: "Do not send `scope` when refreshing unless you mean to narrow it.",
      retry:
        "No, not with this `scope`. The refresh token has not been used up: send it again without `scope`.",
    },
    scope_admin_only: {
      hint: "Leave out the scope admin; this person is not an administrator.",
      places: ["authorize"],
      fixableBy: "app_developer",
      retryable: false,
      description:
        "The only scope asked for is admin, which is for administrators, and this person is not one.",
      cause:
        "The application asks everybody for `admin`, or a person without that role opened a tool made for administrators, or the role was taken away since. Beside other scopes `admin` is simply left out of the token; alone, nothing is left to give.",
      resolution:
        "Ask for `admin` only in the part of your application that administrators use. If the person should be one, the operator gives the role with `user admin ID on`.",
      prevention:
        "Use two sign-in buttons, or two applications: one for everybody and one for administrators.",
      retry: "No, not for this person; another account with the role works.",
      page: {
        title: "This is for administrators only",
        sentence:
          "The application asked for rights that only administrators of this service have, and your account is not one of them. If you expected to be an administrator, ask the people who run this service.",
        wayOn: "return_to_application",
      },
    },
  },
} as const satisfies CodeDefinition;
