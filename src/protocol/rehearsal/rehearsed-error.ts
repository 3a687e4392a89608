import { CatalogueError, type ErrorExtras } from "../../errors/catalogue-error.ts";
import { sampleExtras, sampleParameters } from "../../errors/sample-values.ts";
import { type CatalogueEntry, everyReason } from "../../errors/walk.ts";
import type { Wish } from "./wish.ts";

/** Where errors can be rehearsed. */
export const rehearsalEndpoints = ["authorize", "token", "revoke", "introspect", "api"] as const;
export type RehearsalEndpoint = (typeof rehearsalEndpoints)[number];

/**
 * Whether an endpoint answers with an error on demand: those it really has, and beside them, so that each can be seen
 * somewhere, what people meet on pages (at the authorization endpoint) and what a webhook answers (at the API).
 */
export function isRehearsedAt(endpoint: RehearsalEndpoint, { family, entry }: CatalogueEntry): boolean {
  const { places } = entry;
  if (endpoint === "api") return family === "api" && (places.includes("api") || places.includes("webhook"));
  if (endpoint === "authorize" && places.includes("page")) return true;
  return family === "oauth" && places.includes(endpoint);
}

/** What only the request knows of the answer it would really get. */
export type RequestFacts = Pick<ErrorExtras, "basicChallenge">;

/** The error that a wish asks for, marked as rehearsed; undefined when this endpoint has none of that name. */
export function rehearsedError(
  endpoint: RehearsalEndpoint,
  wish: Wish,
  facts: RequestFacts = {},
): CatalogueError | undefined {
  const found = everyReason().find(
    (entry) =>
      entry.code === wish.code &&
      (wish.reason === undefined || entry.reason === wish.reason) &&
      isRehearsedAt(endpoint, entry),
  );
  if (!found) return undefined;
  const { family, code, reason } = found;
  return new CatalogueError(family, code, reason, sampleParameters(family, reason), {
    ...facts,
    ...sampleExtras(reason),
    ...(wish.retryAfter === undefined ? {} : { retryAfter: wish.retryAfter }),
    rehearsed: true,
  });
}
