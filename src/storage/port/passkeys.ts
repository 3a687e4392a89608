import type { Instant } from "./time.ts";

/** A WebAuthn credential that a person registered. */
export interface Passkey {
  /** The credential id, base64url. */
  readonly id: string;
  readonly userId: number;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** The signature counter as last seen (WebAuthn §6.1.1); 0 where the authenticator has none. */
  readonly counter: number;
  /** How browsers reach the authenticator: `internal`, `hybrid`, `usb` … */
  readonly transports: readonly string[];
  /** What the person calls it. */
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

export interface PasskeyStore {
  /** False when the credential is registered already, by whomever. */
  add(passkey: Passkey): Promise<boolean>;
  find(id: string): Promise<Passkey | undefined>;
  /** Oldest first. */
  list(userId: number): Promise<readonly Passkey[]>;
  /** False when the passkey is gone or its counter did not grow since (a copy was used meanwhile). */
  used(id: string, counter: number, at: Instant): Promise<boolean>;
  rename(userId: number, id: string, name: string): Promise<boolean>;
  /** False when this user has no such passkey. */
  remove(userId: number, id: string): Promise<boolean>;
  removeAll(userId: number): Promise<void>;
  /** Uses up a WebAuthn challenge, which is remembered until `expiresAt`: exactly one caller gets true. */
  spendChallenge(id: string, expiresAt: Instant): Promise<boolean>;
}
