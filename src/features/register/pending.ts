import type { Challenge } from "../../storage/port/challenges.ts";

/** An unverified registration: all there is of it until the address is proven. */
export interface Pending {
  readonly name: string;
  /** As it was typed; the challenge's `address` is its lower-case form. */
  readonly email: string;
  readonly passwordHash: string;
  /** SHA-256 of the device cookie of the browser that began: only there the code can be typed. */
  readonly deviceHash: string;
  /** The authorization request in whose middle it began. */
  readonly interactionId: string | null;
}

export function pendingOf(challenge: Challenge): Pending {
  return JSON.parse(challenge.payload) as Pending;
}
