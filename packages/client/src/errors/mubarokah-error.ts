import type { FixableBy } from "./code-table.ts";
import type { OwnReasons } from "./own-reasons.ts";
import type { ServerReasons } from "./server-reasons.generated.ts";

/** A reason that this version does not know yet: servers may add some at any time. Completion still offers the known ones. */
type LaterReason = string & Record<never, never>;

/** What every error tells. */
export interface ErrorFacts<Code extends string, Reason extends string> {
  readonly code: Code;
  /** The exact cause; stable, never renamed. */
  readonly reason: Reason;
  /** What happened. */
  readonly description: string;
  /** What to do, never empty. */
  readonly hint: string;
  /** The server's own page about this reason; always below the issuer. Undefined for what this package itself raises. */
  readonly docsUrl: string | undefined;
  /** What the server's operator asks for; undefined when the server did not answer. */
  readonly requestId: string | undefined;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly fixableBy: FixableBy;
  /** Whether the same request can succeed later without anybody's doing. */
  readonly retryable: boolean;
  /** HTTP status; undefined when there was no answer, and for redirects. */
  readonly status: number | undefined;
}

interface Extras {
  /** Messages by field; empty when no single field is to blame. */
  readonly validation_error: { readonly fields: Readonly<Record<string, readonly string[]>> };
}

type Extra<Code> = Code extends keyof Extras ? Extras[Code] : unknown;
type Member<Code extends string, Reason extends string> = Error & ErrorFacts<Code, Reason> & Extra<Code>;
type ServerError = {
  [C in keyof ServerReasons]: Member<C, ServerReasons[C] | LaterReason>;
}[keyof ServerReasons];
type OwnError = { [C in keyof OwnReasons]: Member<C, OwnReasons[C]> }[keyof OwnReasons];
type UnknownError = Member<"unknown", string> & {
  /** The code as the server sent it. */
  readonly receivedCode: string;
};

/**
 * Everything this package throws, told apart by `code`: the server's catalogue, what this package itself notices, and
 * `unknown` for codes a later server may have. A `switch` over `code` that ends in `error satisfies never` is checked for
 * exhaustiveness.
 */
export type MubarokahError = ServerError | OwnError | UnknownError;

/** Every code of the union. */
export type ErrorCode = MubarokahError["code"];

/** The member of the union with this code. */
export type ErrorOf<Code extends ErrorCode> = Extract<MubarokahError, { readonly code: Code }>;

type Given = Partial<ErrorFacts<string, string>> & { readonly [extra: string]: unknown };

const name = "MubarokahError";
const absent = { docsUrl: undefined, requestId: undefined, retryAfterMs: undefined, status: undefined };

/** `given` become properties; the message is for logs and holds no secret, token or code. */
export function mubarokahError(given: Given, cause?: unknown): MubarokahError {
  const { code, reason, description, hint, requestId, docsUrl } = given;
  const request = requestId ? ` [request ${requestId}]` : "";
  const message = `${code} (${reason}): ${description} ${hint}${request} ${docsUrl ?? ""}`.trim();
  const error = new Error(message, { cause });
  return Object.assign(error, absent, given, { name }) as unknown as MubarokahError;
}

/** Whether something caught was thrown by this package, whichever copy of it. */
export function isMubarokahError(value: unknown): value is MubarokahError {
  return value instanceof Error && value.name === name && "code" in value;
}

/** Whether only a new sign-in helps: offer one. */
export function needsSignIn(error: MubarokahError): boolean {
  const { code } = error;
  return /^(invalid_grant|not_signed_in|token_(expired|invalid)|(login|consent|account_selection)_required)$/.test(
    code,
  );
}
