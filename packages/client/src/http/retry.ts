import type { MubarokahError } from "../errors/mubarokah-error.ts";
import type { Settings } from "../settings.ts";
import { fraction } from "./entropy.ts";

const base = 250;
const longest = 5000;

/** Whether the server itself turned the request away before doing anything of it: it is unavailable, or a limit is exceeded. */
function turnedAway({ code }: MubarokahError): boolean {
  return /_(unavailable|exceeded)$/.test(code);
}

/**
 * Milliseconds to wait before sending a request again, undefined when it must not or need not be: only what the catalogue
 * calls retryable, and what is not repeatable only if it was turned away. Exponential with full jitter, on top of
 * `Retry-After`; a longer `Retry-After` than the settings allow is the caller's to wait for.
 */
export function pauseBeforeRetry(
  error: MubarokahError,
  repeatable: boolean,
  sent: number,
  { maxAttempts, maxRetryAfterMs, entropy }: Settings,
): number | undefined {
  const { retryable, retryAfterMs = 0 } = error;
  const may = retryable && (repeatable || turnedAway(error));
  if (!may || sent >= maxAttempts || retryAfterMs > maxRetryAfterMs) return undefined;
  return retryAfterMs + Math.floor(fraction(entropy) * Math.min(longest, base * 2 ** (sent - 1)));
}
