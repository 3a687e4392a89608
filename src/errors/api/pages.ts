import type { PageTexts, WayOn } from "../definition.ts";

type Page = PageTexts & { readonly wayOn: WayOn };

/** For a page of ours that got a request no form or link of ours sends. */
export const unexpectedRequest = {
  title: "This page cannot be used like that",
  sentence:
    "Your browser sent this page something it does not understand. That happens when a page was open for a very long time, or when another program sent the request. Please begin again from the start page.",
  wayOn: "home",
} as const satisfies Page;
