import type { CodeDefinition } from "../definition.ts";
import { linkReasons } from "./resource-not-found/link.ts";

export const resourceNotFound = {
  code: "resource_not_found",
  family: "api",
  status: 404,
  description: "There is nothing at this address.",
  resolution: "Check the path and the id; `reason` says which of the two is unknown.",
  reasons: {
    path_unknown: {
      hint: "Check the path against the documentation; mind plural forms, and no slash at the end.",
      places: ["api", "page"],
      fixableBy: "app_developer",
      retryable: false,
      description: "This server has no such path.",
      cause:
        "A misspelt path (`/api/users` for `/api/user`), a version that does not exist (`/api/v1/user`), a slash at the end, or a base URL that already ends in `/api` so that the path has it twice.",
      resolution:
        "Log the full URL you call. The API consists of `/api/user`, `/api/user/details`, `/api/users/{id}`, `/api/logout-sso`, `/api/admin/scope-approval/{clientId}` and what `/docs/api` lists.",
      prevention:
        "Set the base URL to the bare origin, such as `https://id.example`, and write paths as constants.",
      retry: "No, not at this address.",
      page: {
        title: "There is no page here",
        sentence:
          "The address may be misspelt, or the page has moved. From the start page you will find your way.",
        wayOn: "home",
      },
    },
    user_unknown: {
      hint: "Check the id of the user: it is the integer that GET /api/user gives as id.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "There is no user with this id.",
      cause:
        "The account was deleted, the id belongs to another environment, or it is a key of your own database. Only administrators learn this; everybody else gets `permission_denied` for any id but their own.",
      resolution: "Look the person up again, and treat a missing account as deleted.",
      prevention: "Store the id together with the base URL of the server it came from.",
      retry: "No. Ids of deleted accounts are not given out again.",
    },
    client_unknown: {
      hint: "Check the client_id in the path.",
      places: ["api", "page"],
      fixableBy: "app_developer",
      retryable: false,
      description: "There is no application with this client_id.",
      cause:
        "The id was mistyped or cut off, the application was deleted, or it is registered on another server.",
      resolution: "Copy `client_id` from the list of applications on this server (`client list`).",
      prevention: "Handle 404 as the answer `deleted` when you go through a stored list of applications.",
      retry: "No, not with this id.",
      page: {
        title: "There is no such application here",
        sentence:
          "It may have been deleted, or it belongs to somebody else. If it is yours, sign in with the account that you registered it with.",
        wayOn: "home",
      },
    },
    failed_request_unknown: {
      hint: "Check the request id and whose application it is: only the owner sees its requests, an administrator where there is none.",
      places: ["api", "page"],
      fixableBy: "person",
      retryable: false,
      description: "No failing request with this id is kept for this application, or for one of yours.",
      cause:
        "The id was mistyped or cut off, the request is older than 7 days, the application belongs to another account or was deleted, or so many requests failed at once that not each of them was kept.",
      resolution:
        "Copy the whole `request_id` from the answer, or look for the error among those of the application: its counts have every request.",
      prevention: "Write the `request_id` of every error into your own log, and look it up within a week.",
      retry: "Yes, a second later, if the request has only just failed. Else no.",
      page: {
        title: "We did not find this request",
        sentence:
          "The request id may be incomplete, the request may be too long ago, or it belongs to the application of another account.",
        wayOn: "home",
      },
    },
    sign_in_over: {
      hint: "Sign in again, in one browser and within a quarter of an hour.",
      places: ["page"],
      fixableBy: "person",
      retryable: false,
      status: 410,
      description:
        "The sign-in that was waiting for a second proof is over, or was begun in another browser.",
      cause:
        "The code was asked for more than 15 minutes ago, the sign-in was completed or given up in another tab, the password was changed meanwhile, there were too many wrong codes, or the address was opened in a browser other than the one in which the password was typed.",
      resolution: "Sign in again with your password; the code is asked for anew.",
      prevention: "Have the phone with the codes at hand before you sign in.",
      retry: "No, not with the same address. Sign in again.",
      page: {
        title: "This sign-in is over",
        sentence:
          "It took too long, it was completed already, or it was begun in another browser. Nothing is wrong with your account. Please sign in again.",
        wayOn: "sign_in",
      },
    },
    code_request_unknown: {
      hint: "Ask for a new code in this browser.",
      places: ["page"],
      fixableBy: "person",
      retryable: false,
      description: "This browser did not ask for the code that this page waits for.",
      cause:
        "The address was opened in another browser or sent by somebody else, the cookies of this site were removed, or the page is from yesterday. A code counts only in the browser that asked for it, so that nobody can be talked into typing one for somebody else.",
      resolution: "Begin again in the browser you want to use.",
      prevention: "Type the code on the page where you asked for it, and do not pass its address on.",
      retry: "No, not at this address. Ask for a new code.",
      page: {
        title: "Please ask for a new code",
        sentence:
          "A code can only be typed in the browser that asked for it, and this is another one, or too much time has passed. Please begin again here.",
        wayOn: "sign_in",
      },
    },
    ...linkReasons,
  },
} as const satisfies CodeDefinition;
