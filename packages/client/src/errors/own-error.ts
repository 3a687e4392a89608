import { factsOf } from "./code-table.ts";
import { type MubarokahError, mubarokahError } from "./mubarokah-error.ts";
import { ownCodes } from "./own-codes.ts";
import type { OwnReasons } from "./own-reasons.ts";

/** What an answer told nevertheless, and what was caught. */
export interface Circumstances {
  readonly cause?: unknown;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly retryable?: boolean;
}

/** An error that this package itself raises. */
export function ownError<Code extends keyof OwnReasons>(
  code: Code,
  reason: OwnReasons[Code],
  { cause, ...circumstances }: Circumstances = {},
): MubarokahError {
  const description = `${reason.replaceAll("_", " ")}.`;
  const facts = { code, reason, description, ...factsOf(ownCodes, code, reason), ...circumstances };
  return mubarokahError(facts, cause);
}
