import { expect } from "vitest";
import { errorOfAnswer, errorOfRedirect } from "../../packages/client/src/errors/server-error.ts";
import type { CatalogueEntry } from "../../src/errors/walk.ts";
import type { ErrorBody } from "./provoked.ts";

/** What only a page shows reaches no application. */
function reachesApplications({ entry }: CatalogueEntry): boolean {
  return entry.places.some((place) => place !== "page");
}

/** Asserts that an application sees this very error through the SDK, with everything the answer says. */
export function expectTypedAnswer(response: Response, body: ErrorBody, expected: CatalogueEntry): void {
  if (!reachesApplications(expected)) return;
  const { status, headers } = response;
  const issuer = new URL(body.error_uri).origin;
  expect(errorOfAnswer({ status, headers, json: body }, issuer, Date.now())).toMatchObject({
    code: expected.code,
    reason: expected.reason,
    description: body.error_description,
    hint: body.hint,
    docsUrl: body.error_uri,
    requestId: body.request_id,
    retryAfterMs: body.retry_after === undefined ? undefined : body.retry_after * 1000,
    fixableBy: expected.entry.fixableBy,
    retryable: expected.entry.retryable,
    status,
    ...(body.errors ? { fields: body.errors } : {}),
  });
}

/** The same of a redirect, which says less: the rest is what the SDK knows of the catalogue. */
export function expectTypedRedirect({ searchParams }: URL, expected: CatalogueEntry): void {
  if (!reachesApplications(expected)) return;
  const uri = searchParams.get("error_uri") ?? "";
  const error = errorOfRedirect(expected.code, searchParams, new URL(uri).origin);
  expect(error).toMatchObject({
    code: expected.code,
    reason: expected.reason,
    description: searchParams.get("error_description"),
    docsUrl: uri,
    requestId: new URL(uri).searchParams.get("request"),
    fixableBy: expected.entry.fixableBy,
    retryable: expected.entry.retryable,
  });
  expect(error.hint).toBe(expected.definition.status === 302 ? expected.entry.hint : `See ${uri}.`);
}
