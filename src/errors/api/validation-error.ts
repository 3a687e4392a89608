import type { CodeDefinition } from "../definition.ts";
import { rehearsalUnknown } from "../rehearsal.ts";
import { unexpectedRequest } from "./pages.ts";

export const validationError = {
  code: "validation_error",
  family: "api",
  status: 400,
  description: "The call was understood, but what it brings is not valid. Nothing was stored.",
  resolution:
    "Read `errors`: it lists the messages for each field. Correct them all and send the call again.",
  reasons: {
    json_malformed: {
      hint: "Send one JSON object as the body, for example with JSON.stringify.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The body is not a JSON object.",
      cause:
        "An empty body, a trailing comma, single quotes, a list or a bare text instead of an object, JSON encoded twice, bytes that are not UTF-8, or an object passed to `fetch` without `JSON.stringify`, which sends the words `[object Object]`.",
      resolution: 'Send for example `{"name":"Aisyah"}` with `Content-Type: application/json`.',
      prevention: "Let a JSON library write the body; never join it from strings.",
      retry: "No, not before the body is corrected.",
    },
    field_missing: {
      hint: "Send at least one of: {fields}.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The body names no field to change.",
      cause: "`{}` was sent: the form had no changes, or a filter for empty values removed everything.",
      resolution:
        "Send the fields that shall change, and no call at all when nothing has changed. `null` clears a field.",
      prevention: "Compare with the values you read before, and send the difference.",
      retry: "No, not without a field.",
    },
    field_invalid: {
      hint: "Correct the fields named in errors.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "At least one field or parameter has a value that is not allowed, or is missing.",
      cause:
        "A value of the wrong type (a number where a text belongs), a text that is too long or empty, a date that is not `YYYY-MM-DD`, does not exist or lies in the future, or a word that is none of the allowed ones, such as a `gender` other than `male`, `female` or `other`. In the management API also: a field left out that the call needs, a name or address that somebody else has, or a `seen` that is not how things stand any more.",
      resolution:
        "Show each message of `errors` beside its field and let the person correct it. Nothing was stored, the valid fields included. Where `seen` is named, read the thing again, look at it, and send its new `version`.",
      prevention:
        "Check the same limits before sending. Profiles: name 1 to 100 characters, bio up to 200, address up to 500. Management API: `/docs/api` and its OpenAPI document have every field.",
      retry: "No, not before the values are corrected.",
    },
    field_unknown: {
      hint: "Leave out the unknown fields; known are: {fields}.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The body has a field that this call does not know.",
      cause:
        "A name is misspelt (`birthdate` for `date_of_birth`), or a whole object that was read is sent back: a profile with `id`, `email` or `phone_number` in it, which only the person can change on the account page, or a person or application of the management API with all its members.",
      resolution:
        "Send only the fields that the `hint` lists; what the address names does not belong into the body.",
      prevention: "Build the body from a fixed list of fields.",
      retry: "No, not before the fields are left out.",
    },
    cursor_invalid: {
      hint: "Begin without after, and send each next as it was given, to the same list with the same filter.",
      places: ["api"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The place in the list, given as after, did not come from this server for this list.",
      cause:
        "The `next` of one list or filter was sent to another, it was cut off, decoded or changed on the way, it was made up, or the server's secret key was changed since.",
      resolution:
        "Ask for the list from its beginning, and send the `next` of each answer as `after` of the next call.",
      prevention:
        "Treat `next` as one opaque text, encode it when you write it into a URL, and keep it together with the filter it was given for.",
      retry: "No, not with the same place.",
    },
    list_place_unknown: {
      hint: "Begin at the first page of the list and follow its links.",
      places: ["page"],
      fixableBy: "person",
      retryable: false,
      description: "The address leads to a place in a list that this server did not give for this list.",
      cause:
        "The address was cut off or changed by hand, it belongs to another list or account, or the server's secret key was changed since.",
      resolution: "Open the list from its beginning and go on from there.",
      prevention: "Follow the links of the list; what stands in `after` has no meaning outside this server.",
      retry: "No, not with the same address.",
      page: {
        title: "We cannot find this page of the list",
        sentence:
          "The address leads to a place in a list that we do not recognise. Open the list again from its beginning.",
        wayOn: "home",
      },
    },
    method_not_allowed: {
      hint: "Use one of the methods {allowed}.",
      places: ["api", "page"],
      fixableBy: "app_developer",
      retryable: false,
      status: 405,
      description: "This address does not answer the HTTP method that was used.",
      cause:
        "POST or PUT where PATCH is meant, GET where a form has to be sent, or a client that changes the method when it follows a redirect.",
      resolution: "Use a method of the `Allow` header. Profiles are changed with `PATCH /api/user`.",
      prevention: "Keep method and path together in one constant.",
      retry: "No, not with this method.",
      page: unexpectedRequest,
    },
    whatsapp_number_unreachable: {
      hint: "Correct the number, or use an e-mail address.",
      places: ["page"],
      fixableBy: "person",
      retryable: false,
      description: "The number cannot be reached by WhatsApp.",
      cause:
        "The number is mistyped, has no WhatsApp, belongs to a phone with a very old WhatsApp or whose owner has not accepted its newest terms, or has blocked our messages.",
      resolution:
        "Look at the number once more. If it is right, open WhatsApp on the phone and see whether it asks for something; otherwise use an e-mail address.",
      prevention:
        "Give the number with which WhatsApp was set up, which may be another than that of the SIM card.",
      retry: "No, not before the number is corrected or WhatsApp works on it.",
      page: {
        title: "This number cannot be reached by WhatsApp",
        sentence:
          "WhatsApp tells us that our message could not be delivered to this number. Please look whether it is right and has WhatsApp, or use an e-mail address instead.",
        wayOn: "try_again",
      },
    },
    body_too_large: {
      hint: "Send a body of at most {limit} bytes.",
      places: ["api", "page"],
      fixableBy: "app_developer",
      retryable: false,
      status: 413,
      description: "The body is larger than this address accepts.",
      cause:
        "A picture or a long text in a place made for short fields, or a picture of more than two megabytes on the account page.",
      resolution: "Send only the fields of this call, and make pictures smaller before sending them.",
      prevention: "Check the size in the browser before sending.",
      retry: "No, not with a body of this size.",
      page: {
        title: "That was too large",
        sentence:
          "What you sent is larger than we accept, so nothing was stored. If it was a picture, choose a smaller one and try again.",
        wayOn: "try_again",
      },
    },
    content_type_unsupported: {
      hint: "Send Content-Type: {supported}.",
      places: ["api", "page"],
      fixableBy: "app_developer",
      retryable: false,
      status: 415,
      description: "The body has a Content-Type that this address does not read, or none.",
      cause:
        "A form body where JSON is expected, `text/plain` from a string body in the browser, or a request without the header.",
      resolution:
        "Set the header to what the `hint` names. In JavaScript: `headers: { 'Content-Type': 'application/json' }`.",
      prevention: "Write one function that calls the API and sets the header.",
      retry: "No, not before the header is corrected.",
      page: unexpectedRequest,
    },
    rehearsal_unknown: { ...rehearsalUnknown, places: ["api"] },
  },
} as const satisfies CodeDefinition;
