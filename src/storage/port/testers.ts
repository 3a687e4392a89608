import type { Instant } from "./time.ts";

/** What somebody signs in with. E-mail addresses and usernames are the same whatever the case of their letters. */
export interface TesterName {
  readonly kind: "email" | "username" | "phone";
  readonly value: string;
}

/** An invitation to a test application. It names no account: whether there is one shows when somebody signs in. */
export interface Tester extends TesterName {
  readonly clientId: string;
  readonly invitedAt: Instant;
}

export interface TesterStore {
  /** Nothing changes for who is invited already. */
  invite(tester: Tester): Promise<void>;
  /** False when nobody of this name was invited. */
  remove(clientId: string, name: TesterName): Promise<boolean>;
  /** Oldest first. */
  list(clientId: string): Promise<readonly Tester[]>;
  /** Whether one of these names is invited. */
  isInvited(clientId: string, names: readonly TesterName[]): Promise<boolean>;
}
