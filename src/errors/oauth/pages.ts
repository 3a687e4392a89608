import type { PageTexts, WayOn } from "../definition.ts";

type Page = PageTexts & { readonly wayOn: WayOn };

/** For every request that the application built wrongly: the person needs no detail, only to know whose turn it is. */
export const applicationMistake = {
  title: "The application made a mistake",
  sentence:
    "The application that sent you here asked in a way that we do not understand, so the sign-in could not begin. You did nothing wrong, and your account is fine. Only the makers of the application can mend this: please tell them, and give them the request id from this page.",
  wayOn: "return_to_application",
} as const satisfies Page;

/** For everything that needed a question to the person while the application forbade asking. */
export const askedSilently = {
  title: "The application must ask you first",
  sentence:
    "The application tried to sign you in without showing you anything, and this time that was not possible. Nothing is lost: go back to the application and choose to sign in.",
  wayOn: "return_to_application",
} as const satisfies Page;
