import { expect, it } from "vitest";
import { everyReason } from "../../errors/walk.ts";
import { messages } from "../../i18n/messages.ts";
import { isExplained } from "./difference.tsx";

/** Nothing about the request was wrong, or the server cannot know whose it was. */
const nobodys = new Set([
  "unexpected",
  "maintenance",
  "overloaded",
  "database_unavailable",
  "rehearsal_unknown",
  "rehearsals_busy",
  "token_malformed",
  "token_unknown",
  "token_missing",
  "scheme_unsupported",
  "token_in_query",
  "path_unknown",
  "user_unknown",
  "client_unknown",
  "failed_request_unknown",
]);

it("says of every reason that an application can meet what was expected and what came", () => {
  const texts = messages("en").explorer;
  const met = everyReason().filter(({ entry }) =>
    entry.places.some((place) => place !== "page" && place !== "webhook"),
  );
  expect(met.length).toBeGreaterThan(80);
  const silent = met.filter(({ reason }) => !isExplained(reason, texts)).map(({ reason }) => reason);
  expect(silent.filter((reason) => !nobodys.has(reason))).toEqual([]);
});
