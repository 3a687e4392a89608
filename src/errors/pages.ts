import type { PageTexts, WayOn } from "./definition.ts";

type Page = PageTexts & { readonly wayOn: WayOn };

/** What a person reads when either family fails: the three are no fault of anybody who reads them. */
export const unexpectedFailure = {
  title: "Something went wrong on our side",
  sentence:
    "We could not finish what you asked for. It is not your fault, and trying again in a moment often helps. If it stays, please tell the people who run this service, and give them the request id from this page.",
  wayOn: "try_again",
} as const satisfies Page;

export const tooMuchWork = {
  title: "Very many people are here right now",
  sentence:
    "We have more visitors at this moment than we can serve. Please wait a few seconds and try again.",
  wayOn: "try_again",
} as const satisfies Page;

export const dataOutOfReach = {
  title: "We cannot reach our data right now",
  sentence:
    "A part of this service is not answering. It is not your fault and nothing was changed. Please try again in a moment.",
  wayOn: "try_again",
} as const satisfies Page;
