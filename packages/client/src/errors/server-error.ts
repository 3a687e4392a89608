import { type Answer, objectOf } from "../http/answer.ts";
import { retryAfterMs } from "../http/retry-after.ts";
import { factsOf } from "./code-table.ts";
import { type MubarokahError, mubarokahError } from "./mubarokah-error.ts";
import { ownError } from "./own-error.ts";
import { serverCodes } from "./server-codes.generated.ts";

/** What the wire said, as JSON or in a redirect. */
interface Told {
  readonly code: string;
  readonly reason: string | undefined;
  readonly description: string | undefined;
  readonly hint?: string | undefined;
  readonly docsUrl: string;
  readonly requestId: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly status?: number;
}

/** A text of the answer; bounded, since whatever answered may not be the server. */
function text(value: unknown): string | undefined {
  return typeof value === "string" && value ? value.slice(0, 1000) : undefined;
}

/** A page below the issuer, else the code's own: another address, or a script's, must not come into a link. */
function docsUrlOf(uri: unknown, code: string, issuer: string): string {
  const pages = `${issuer}/docs/errors/`;
  const given = text(uri);
  return given?.startsWith(pages) ? given : pages + encodeURIComponent(code);
}

/** Whether a status means that another try may get through, when no catalogue says so. */
function isPassing(status = 0): boolean {
  return [429, 502, 503, 504].includes(status);
}

function errorOf(told: Told, fields: unknown): MubarokahError {
  const { code, reason = "unknown", description = code, docsUrl, status } = told;
  const facts = factsOf(serverCodes, code, reason);
  return mubarokahError({
    ...(facts ?? { fixableBy: "app_developer", retryable: isPassing(status) }),
    ...told,
    ...(facts ? {} : { code: "unknown", receivedCode: code }),
    ...(code === "validation_error" ? { fields: messagesByField(fields) } : {}),
    reason,
    description,
    hint: told.hint ?? facts?.hint ?? `See ${docsUrl}.`,
  });
}

function messagesByField(value: unknown): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(objectOf(value) ?? {});
  return Object.fromEntries(entries.map(([field, messages]) => [field, [messages].flat().map(String)]));
}

/** Makes an error of an answer that is not 2xx: the catalogue's, `unknown`, or `response_invalid` when it is not the server's. */
export function errorOfAnswer(
  { status, headers, json }: Answer,
  issuer: string,
  now: number,
): MubarokahError {
  const body = objectOf(json) ?? {};
  const code = text(body["error"]);
  const circumstances = {
    status,
    requestId: text(headers.get("X-Request-Id")) ?? text(body["request_id"]),
    retryAfterMs: retryAfterMs(headers.get("Retry-After"), body["retry_after"], now),
  };
  if (!code) {
    const reason = json === undefined ? "not_json" : "unexpected_shape";
    return ownError("response_invalid", reason, { ...circumstances, retryable: isPassing(status) });
  }
  const told = {
    code,
    reason: text(body["reason"]),
    description: text(body["error_description"]) ?? text(body["message"]),
    hint: text(body["hint"]),
    docsUrl: docsUrlOf(body["error_uri"], code, issuer),
    ...circumstances,
  };
  return errorOf(told, body["errors"]);
}

/** Makes an error of a redirect's parameters. Its reason and request id travel in `error_uri`. */
export function errorOfRedirect(code: string, parameters: URLSearchParams, issuer: string): MubarokahError {
  const docsUrl = docsUrlOf(parameters.get("error_uri"), code, issuer);
  const { searchParams, hash } = new URL(docsUrl);
  const told = {
    code,
    reason: text(hash.slice(1)),
    description: text(parameters.get("error_description")),
    docsUrl,
    requestId: text(searchParams.get("request")),
  };
  return errorOf(told, undefined);
}
