import type { Instant } from "../storage/port/time.ts";

/** Milliseconds that a proof counts as fresh (contract §7): dangerous acts ask again after that. */
const proofLifetime = 5 * 60_000;

/** Whether the person proved who they are a short time ago. */
export function isFreshlyProven({ provenAt }: { readonly provenAt: Instant | null }, now: Instant): boolean {
  return provenAt !== null && now - provenAt <= proofLifetime;
}
