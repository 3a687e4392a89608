import type { CodeDefinition } from "../definition.ts";

export const accessDenied = {
  code: "access_denied",
  family: "oauth",
  status: 302,
  description:
    "The sign-in ended without a yes: the person refused, waited too long, or may not use this application.",
  resolution:
    "Treat it as a normal outcome, not as a crash. Show the person that the sign-in did not happen, and offer a button that starts it again.",
  reasons: {
    user_denied: {
      hint: "Tell the person what needs the sign-in, and offer to start it again.",
      places: ["authorize"],
      fixableBy: "person",
      retryable: false,
      errorDescription: "The user denied access to your application.",
      description: "The person looked at what the application asks for and refused.",
      cause:
        "The person pressed the button that refuses on the consent page. Often the application asks for more than the person expects at that moment, or did not say before why it needs it.",
      resolution:
        "Handle `error=access_denied` on your redirect URI: show a friendly page, keep what the person had typed or put into a basket, and let them go on without an account where you can. Do not send them straight back to the consent page.",
      prevention:
        "Ask for the fewest scopes that do the job (`view-user` is enough to know who it is), and ask for more only when the person uses the feature that needs it. Say on your own page what will be asked and why.",
      retry: "Not by itself. Start a new sign-in only when the person chooses to.",
      page: {
        title: "You did not allow access",
        sentence:
          "You chose not to share your data with this application, so it received nothing. You can go back to the application and try again if you change your mind.",
        wayOn: "return_to_application",
      },
    },
    interaction_expired: {
      hint: "Start the sign-in again, with a new state and code_challenge.",
      places: ["authorize"],
      fixableBy: "person",
      retryable: true,
      description: "The sign-in was left open for too long and has expired.",
      cause:
        "Somebody opened the sign-in or consent page and came back much later (an hour, unless the operator changed `INTERACTION_TTL`): a tab left open over night, a laptop that slept, a bookmarked sign-in page.",
      resolution:
        "Send the person to `/oauth/authorize` again with a fresh `state`. They may still be signed in here and need only one click.",
      prevention:
        "Link people to a page of your own that starts the sign-in, never to an address of the sign-in page itself.",
      retry: "Yes, at once, by starting a new sign-in. The old one cannot be continued.",
      page: {
        title: "This sign-in took too long",
        sentence:
          "For your safety a sign-in stays open only for a limited time, and this one has ended. Go back to the application and sign in again.",
        wayOn: "return_to_application",
      },
    },
    interaction_finished: {
      hint: "Start a new sign-in; this one was already answered.",
      places: ["page"],
      fixableBy: "person",
      retryable: true,
      description:
        "The sign-in was already finished, with a yes or a no, and cannot be answered a second time.",
      cause:
        "Somebody went back to the sign-in or consent page after the application had its answer: the back button, a second click on the same button, a tab that was left open.",
      resolution: "Start a new sign-in from the application. Nothing was lost: the first answer counted.",
      prevention:
        "In the application, leave the redirect URI at once (redirect to a page of your own), so that the back button does not lead into a finished sign-in.",
      retry: "Yes, at once, by starting a new sign-in.",
      page: {
        title: "This sign-in is already finished",
        sentence:
          "You have already answered here, and the application got your answer. If you are still not signed in there, simply sign in again.",
        wayOn: "return_to_application",
      },
    },
    interaction_foreign: {
      hint: "Start the sign-in in the browser in which it is to end.",
      places: ["page"],
      fixableBy: "person",
      retryable: true,
      description:
        "The sign-in was started in another browser, or this browser did not send the cookie that it was given.",
      cause:
        "A link to a sign-in page was copied to another browser or sent to another person, the application opened the page in a window of its own that shares no cookies, or the browser refuses cookies.",
      resolution:
        "Start a new sign-in from the application, in the browser in which the person wants to be signed in, with cookies allowed for this address.",
      prevention:
        "Link people to a page of your own that starts the sign-in, never to an address of the sign-in page itself. Native applications open the system browser, not an embedded view.",
      retry: "Yes, at once, by starting a new sign-in in this browser.",
      page: {
        title: "This sign-in belongs to another browser",
        sentence:
          "A sign-in can only be continued in the browser in which it began. Go back to the application and sign in from there. If this keeps happening, allow cookies for this page.",
        wayOn: "return_to_application",
      },
    },
    client_disabled: {
      hint: "Ask the operator why the application is disabled.",
      places: ["authorize"],
      fixableBy: "operator",
      retryable: false,
      description: "The application is disabled on this server.",
      cause:
        "An administrator disabled the application, for example because its secret leaked, its owner left, or it broke the rules of this service.",
      resolution:
        "Write to the operator of this server, with the `client_id` and the `request_id`, and ask what has to change before it is enabled again. The command that enables it is `client enable`.",
      prevention:
        "Keep the contact address of the application current, so that the operator can reach you before disabling it, and replace a leaked secret at once.",
      retry: "No. Every attempt fails until an administrator enables the application.",
      page: {
        title: "This application is switched off",
        sentence:
          "The people who run this service have switched this application off, so nobody can sign in to it for now. Your own account is not affected.",
        wayOn: "return_to_application",
      },
    },
    user_disabled: {
      hint: "Tell the person to ask the operator: the account is disabled.",
      places: ["authorize"],
      fixableBy: "operator",
      retryable: false,
      description: "The account of the person is disabled on this server.",
      cause: "An administrator disabled the account, perhaps while this very sign-in was under way.",
      resolution:
        "Tell the person that the sign-in is not possible and that the operator of the account service can say why. Your application can do nothing about it.",
      prevention:
        "None is needed in the application. Do not delete the data you keep for the person: an account can be enabled again.",
      retry: "No, not until an administrator enables the account.",
      page: {
        title: "This account is disabled",
        sentence:
          "The people who run this service have disabled this account. Please contact them to learn why; signing in again will not help. If you have another account, you can use that one.",
        wayOn: "sign_in",
      },
    },
    not_a_tester: {
      hint: "Invite the person in the error lab, or sign in as somebody invited.",
      places: ["authorize"],
      fixableBy: "app_developer",
      retryable: false,
      description: "The application is a test application, and this person was not invited to it.",
      cause:
        "The application is marked as a test application, so that its developers can rehearse errors with it. Only its owner and the people they invited can sign in. Often somebody is signed in here with another account than the one that was invited.",
      resolution:
        "Owner: invite the person in the developer portal by the e-mail address, user name or phone number that they sign in with here. Person: choose the account that was invited; the application can offer the choice with `prompt=select_account`.",
      prevention:
        "Keep one application for tests and another one for everybody, each with its own `client_id`, and never give people the address of the former.",
      retry: "Not by itself. A new sign-in succeeds once the person is invited.",
      page: {
        title: "This application is only for trying things out",
        sentence:
          "Its developer decides who may sign in to it, and this account is not among them. If you know the developer, ask to be invited; otherwise there is nothing here that you need.",
        wayOn: "return_to_application",
      },
    },
  },
} as const satisfies CodeDefinition;
