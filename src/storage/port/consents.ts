import type { Instant } from "./time.ts";

/** What a user allowed an application; one row for each pair. */
export interface Consent {
  readonly userId: number;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly grantedAt: Instant;
  readonly lastUsedAt: Instant;
}

export interface ConsentStore {
  find(userId: number, clientId: string): Promise<Consent | undefined>;
  /** Adds `scopes` to what was allowed before, or begins a consent. */
  grant(userId: number, clientId: string, scopes: readonly string[], at: Instant): Promise<void>;
  touch(userId: number, clientId: string, at: Instant): Promise<void>;
  list(userId: number): Promise<readonly Consent[]>;
  /** False when there was none. Tokens are revoked apart (`AuthorizationStore.revokeAll`). */
  revoke(userId: number, clientId: string): Promise<boolean>;
}
