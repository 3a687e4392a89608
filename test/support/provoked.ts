import { expect, inject } from "vitest";
import { catalogue } from "../../src/errors/catalogue.ts";
import type { Codes, ReasonOf } from "../../src/errors/catalogue-error.ts";
import type { CodeDefinition, Family } from "../../src/errors/definition.ts";
import { rehearsedHeader } from "../../src/errors/headers.ts";
import type { CatalogueEntry } from "../../src/errors/walk.ts";
import { expectChallenge, expectHeaders, requestIdPattern } from "./provoked-headers.ts";
import { nameOf, shapeOf, writeDown } from "./provoked-shape.ts";
import { expectTypedAnswer, expectTypedRedirect } from "./seen-by-sdk.ts";

/** The members of a JSON error body, as tests read them. */
export interface ErrorBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_uri: string;
  readonly message: string;
  readonly hint: string;
  readonly reason: string;
  readonly request_id: string;
  readonly retry_after?: number;
  readonly status_code?: number;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}

/** What was seen: the JSON body, the page's HTML, or the parameters of the redirect. */
export interface Provoked {
  readonly body?: ErrorBody;
  readonly html?: string;
  readonly location?: URL;
}

/** A template as a pattern: each placeholder stands for some text. */
function pattern(template: string): RegExp {
  const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^{}]+")}$`);
}

function descriptionOf({ definition, entry }: CatalogueEntry): string {
  return entry.errorDescription ?? definition.errorDescription ?? entry.description;
}

function expectMembers(body: ErrorBody, expected: CatalogueEntry, limited: boolean): void {
  const problem = "title" in body ? ["type", "title", "status", "detail", "instance"] : [];
  const members = ["error", "error_description", "error_uri", "message", "hint", "reason", "request_id"];
  if (limited) members.push("retry_after");
  if (expected.family === "api") members.push("status_code");
  if (expected.code === "validation_error") members.push("errors");
  expect(Object.keys(body)).toEqual([...problem, ...members]);
}

async function expectJson(response: Response, expected: CatalogueEntry): Promise<Provoked> {
  const { definition, entry, code, reason } = expected;
  const status = entry.status ?? definition.status;
  const body = JSON.parse(await response.text()) as ErrorBody;
  expect({ status: response.status, error: body.error, reason: body.reason }).toEqual({
    status,
    error: code,
    reason,
  });
  expectMembers(body, expected, status === 429 || status === 503);
  expect(body.error_description).toMatch(pattern(descriptionOf(expected)));
  expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
  expect(body.message).toMatch(pattern(entry.message ?? definition.message ?? descriptionOf(expected)));
  expect(body.hint).toMatch(pattern(entry.hint));
  expect(body.error_uri).toMatch(new RegExp(`^https?://[^/]+/docs/errors/${code}#${reason}$`));
  expect(body.request_id).toBe(response.headers.get("X-Request-Id"));
  if (expected.family === "api") expect(body.status_code).toBe(status);
  if (body.errors) for (const messages of Object.values(body.errors)) expect(messages).not.toHaveLength(0);
  expectHeaders(response, status, body.retry_after);
  expectChallenge(response, expected.family, code, body.hint);
  expectTypedAnswer(response, body, expected);
  return { body };
}

async function expectPage(
  response: Response,
  { code, reason, definition, entry }: CatalogueEntry,
): Promise<Provoked> {
  const status = entry.status ?? definition.status;
  expect(response.status).toBe(status === 302 ? 400 : status);
  const html = await response.text();
  expect(html).toContain(code);
  expect(html).toContain(reason);
  expect(html).toContain(response.headers.get("X-Request-Id"));
  expectHeaders(response, status, undefined);
  return { html };
}

function expectRedirect(location: URL, requestId: string | null, expected: CatalogueEntry): Provoked {
  const { searchParams } = location;
  for (const name of ["error", "error_description", "error_uri", "iss"])
    expect(searchParams.getAll(name)).toHaveLength(1);
  for (const name of ["reason", "hint", "message", "request_id", "code"])
    expect(searchParams.has(name)).toBe(false);
  expect(searchParams.get("error")).toBe(expected.code);
  expect(searchParams.get("error_description")).toMatch(pattern(descriptionOf(expected)));
  const uri = new URL(searchParams.get("error_uri") ?? "missing:error_uri");
  expect(uri.origin).toBe(searchParams.get("iss"));
  expect([uri.pathname, uri.hash]).toEqual([`/docs/errors/${expected.code}`, `#${expected.reason}`]);
  expect(uri.searchParams.get("request")).toMatch(requestIdPattern);
  if (requestId !== null) expect(uri.searchParams.get("request")).toBe(requestId);
  expectTypedRedirect(location, expected);
  return { location };
}

async function expectResponse(response: Response, expected: CatalogueEntry): Promise<Provoked> {
  expect(response.headers.get("X-Request-Id")).toMatch(requestIdPattern);
  const location = response.headers.get("Location");
  if (location !== null) {
    expect([302, 303]).toContain(response.status);
    return expectRedirect(new URL(location), response.headers.get("X-Request-Id"), expected);
  }
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("text/html")) return expectPage(response, expected);
  expect(type).toMatch(/^application\/(problem\+)?json(;|$)/);
  return expectJson(response, expected);
}

/**
 * Asserts that `seen` is this error of the catalogue in every particular, on the wire and as the SDK tells it, and counts the
 * reason as provoked.
 * Give a `Response` (JSON body, page, or redirect that was not followed), or the URL an application was sent back to.
 */
export async function provoked<F extends Family, C extends Codes<F>>(
  family: F,
  code: C,
  reason: ReasonOf<F, C>,
  seen: Response | URL | string,
): Promise<Provoked> {
  const definition = (catalogue[family] as Readonly<Record<string, CodeDefinition>>)[code];
  const entry = definition?.reasons[reason];
  if (!(definition && entry)) throw new TypeError(`Not in the catalogue: ${family} ${code} ${reason}`);
  const expected: CatalogueEntry = { family, code, reason, definition, entry };
  if (!(seen instanceof Response)) {
    writeDown(inject("provokedFile"), { name: nameOf(expected), rehearsed: false, shape: null });
    return expectRedirect(new URL(seen), null, expected);
  }
  expect(seen.headers.get(rehearsedHeader)).toBeNull();
  return seenAs(seen, expected, false);
}

async function seenAs(response: Response, expected: CatalogueEntry, rehearsed: boolean): Promise<Provoked> {
  const copy = response.clone();
  // A clone forgets where it came from.
  Object.defineProperty(copy, "url", { value: response.url });
  const result = await expectResponse(response, expected);
  const shape = await shapeOf(copy, expected);
  writeDown(inject("provokedFile"), { name: nameOf(expected), rehearsed, shape });
  return result;
}

/**
 * The same of an answer that a test application asked for. It counts for nothing but itself: once all tests have run, it
 * has to be like one that was really provoked, in status, headers and members.
 */
export async function rehearsed(expected: CatalogueEntry, response: Response): Promise<Provoked> {
  expect(response.headers.get(rehearsedHeader)).toBe(`${expected.code}/${expected.reason}`);
  return seenAs(response, expected, true);
}
