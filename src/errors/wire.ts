import type { CatalogueError } from "./catalogue-error.ts";
import { errorUri } from "./error-uri.ts";
import { type Realm, retrySeconds, wireHeaders } from "./headers.ts";

/** What every renderer needs beside the error: who we are and which request this was. */
export interface WireContext {
  readonly issuer: string;
  readonly requestId: string;
}

/** What an answer of its own needs beyond it: our name, in the challenge. */
export type AnswerContext = WireContext & Realm;

/** The JSON of an error at `/oauth/*` (RFC 6749 §5.2 and our additions). */
export interface OAuthBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_uri: string;
  readonly message: string;
  readonly hint: string;
  readonly reason: string;
  readonly request_id: string;
  readonly retry_after?: number;
}

/** The JSON of an error at `/api/*`. */
export interface ApiBody extends OAuthBody {
  readonly status_code: number;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}

/** RFC 9457, with the members of the plain body beside it. */
export interface ProblemBody extends ApiBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

/** A whole HTTP answer, for the shell to send as it is. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function oauthBody(error: CatalogueError, { issuer, requestId }: WireContext): OAuthBody {
  const retryAfter = retrySeconds(error);
  return {
    error: error.code,
    error_description: error.description,
    error_uri: errorUri(issuer, error),
    message: error.wireMessage,
    hint: error.hint,
    reason: error.reason,
    request_id: requestId,
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
  };
}

/** `validation_error` always has `errors`, empty when no single field is to blame. */
export function apiBody(error: CatalogueError, context: WireContext): ApiBody {
  return {
    ...oauthBody(error, context),
    status_code: error.status,
    ...(error.code === "validation_error" ? { errors: error.extras.fields ?? {} } : {}),
  };
}

function titleOf(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1).replaceAll("_", " ");
}

/** `instance` is the page of this very occurrence (RFC 9457 §3.1.5); the requested path would reflect input. */
export function problemBody(error: CatalogueError, context: WireContext): ProblemBody {
  return {
    type: errorUri(context.issuer, error),
    title: titleOf(error.reason),
    status: error.status,
    detail: error.description,
    instance: errorUri(context.issuer, error, context.requestId),
    ...apiBody(error, context),
  };
}

const problem = "application/problem+json";

function prefersProblem(accept: string | undefined): boolean {
  return accept?.split(",").some((range) => isProblem(range)) ?? false;
}

function isProblem(range: string): boolean {
  const [type, ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  return type === problem && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
}

/**
 * The JSON answer for an endpoint that programs call. `/oauth/*` is JSON whatever `accept` says; `/api/*` answers
 * a problem document to whoever names `application/problem+json`.
 */
export function wireAnswer(error: CatalogueError, context: AnswerContext, accept?: string): WireAnswer {
  const asProblem = error.family === "api" && prefersProblem(accept);
  const body = asProblem
    ? problemBody(error, context)
    : error.family === "api"
      ? apiBody(error, context)
      : oauthBody(error, context);
  return {
    status: error.status,
    headers: {
      "Content-Type": asProblem ? problem : "application/json",
      ...(error.family === "api" ? { Vary: "Accept" } : {}),
      ...wireHeaders(error, context),
    },
    body: JSON.stringify(body),
  };
}
