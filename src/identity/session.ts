import type { Session } from "../storage/port/sessions.ts";
import type { Instant } from "../storage/port/time.ts";

/** Milliseconds that a proof counts as fresh (contract §7): dangerous acts ask again after that. */
const proofLifetime = 5 * 60_000;

/** Whether the person proved who they are a short time ago. */
export function isFreshlyProven({ provenAt }: Session, now: Instant): boolean {
  return now - provenAt <= proofLifetime;
}
