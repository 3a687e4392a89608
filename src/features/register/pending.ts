import type { Challenge } from "../../storage/port/challenges.ts";
import type { CodePayload } from "../../web/one-time-code.ts";

/** An unverified registration, by one of the two: all there is of it until the address or number is proven. */
export interface Pending extends CodePayload {
  readonly name: string;
  /** As it was typed; the challenge's `address` is its lower-case form. */
  readonly email: string | null;
  readonly phoneNumber?: string;
  /** Null: they will sign in by WhatsApp. */
  readonly passwordHash: string | null;
}

export function pendingOf(challenge: Challenge): Pending {
  return JSON.parse(challenge.payload) as Pending;
}
