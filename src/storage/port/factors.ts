import type { Instant } from "./time.ts";

/** What may be asked for after the password: an authenticator app's code (RFC 6238), a mailed code, a passkey. */
export type FactorKind = "app" | "email" | "passkey";

/** A second factor that a person switched on; at most one of each kind. */
export interface Factor {
  readonly kind: FactorKind;
  /** The app's secret, sealed with the server's key; null for the other kinds. */
  readonly sealed: string | null;
  readonly createdAt: Instant;
}

/** The second factors of people and the recovery codes that stand in for them. */
export interface FactorStore {
  /** In the order in which they were switched on. */
  list(userId: number): Promise<readonly Factor[]>;
  /** Switches a factor on; an app takes the place of the one before. `lastStep` is the time step that proved it. */
  put(userId: number, factor: Factor, lastStep?: number): Promise<void>;
  /** False when it was off already. The last factor takes the recovery codes along. */
  remove(userId: number, kind: FactorKind): Promise<boolean>;
  /** Uses up a time step and all before it (RFC 6238 §5.2): true for exactly one caller. */
  acceptStep(userId: number, step: number): Promise<boolean>;
  /** Replaces all recovery codes by the ones with these hashes. */
  replaceRecoveryCodes(userId: number, hashes: readonly string[]): Promise<void>;
  /** Hashes of the codes that are left. */
  recoveryCodes(userId: number): Promise<readonly string[]>;
  /** Exactly one caller gets true. */
  useRecoveryCode(userId: number, hash: string): Promise<boolean>;
}
