import type { Instant } from "./time.ts";

export type ChallengePurpose =
  | "register"
  | "verify_email"
  | "reset_password"
  | "sign_in"
  | "proven_number"
  | "confirm"
  | "new_contact"
  | "second_factor"
  | "factor_code";

/**
 * A proof sent to an address: a link with a token, a 6-digit code, or both. `hash` is SHA-256 of the link's token,
 * `codeHash` an HMAC of the code (short secrets need a key), both base64url.
 */
export interface Challenge {
  readonly id: string;
  readonly hash: string;
  readonly codeHash: string | null;
  readonly purpose: ChallengePurpose;
  /** The address it was sent to, as normalised; empty while it waits for a message from the person's number. */
  readonly address: string;
  /** Null when no account has this address. */
  readonly userId: number | null;
  /** What is done once it is proven, as JSON (an unverified registration: name and password hash). */
  readonly payload: string;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

export interface ChallengeStore {
  create(challenge: Challenge): Promise<void>;
  find(id: string): Promise<Challenge | undefined>;
  /**
   * Gives a sign-in that waits for a number that number and the code that is sent there; exactly one caller gets true.
   * Such a one has no address and no code yet.
   */
  answer(
    id: string,
    answer: { readonly address: string; readonly codeHash: string },
    at: Instant,
  ): Promise<boolean>;
  /** Counts one attempt; false when `limit` attempts were made already or it was used. */
  attempt(id: string, limit: number): Promise<boolean>;
  /** Exactly one caller gets true. */
  use(id: string, at: Instant): Promise<boolean>;
  /** Ends every open challenge of this purpose for this user. */
  discard(userId: number, purpose: ChallengePurpose, at: Instant): Promise<void>;
  /** Ends every open challenge of this purpose that was sent to exactly this address. */
  supersede(address: string, purpose: ChallengePurpose, at: Instant): Promise<void>;
}
