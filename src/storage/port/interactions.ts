import type { Instant } from "./time.ts";

export type Prompt = "login" | "consent" | "none" | "select_account";

/** An authorization request that passed every check of its parameters (RFC 6749 §4.1.1). */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly prompt: readonly Prompt[];
  readonly skipAccountChooser: boolean;
  readonly codeChallenge: string | null;
  /** Seconds; null when not sent. */
  readonly maxAge: number | null;
  readonly loginHint: string | null;
  readonly uiLocales: string | null;
}

/** An authorization request on its way through sign-in and consent; lives in the server. */
export interface Interaction {
  readonly id: string;
  /** SHA-256 of the device cookie of the browser it belongs to; null until the first browser opens it. */
  readonly deviceHash: string | null;
  readonly request: AuthorizationRequest;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** The session the person chose for this request, by sign-in or in the chooser. */
  readonly sessionId: string | null;
  /** Set once it ended in a code or an error. */
  readonly finishedAt: Instant | null;
}

export interface InteractionStore {
  create(interaction: Interaction): Promise<void>;
  /** Also finished and expired ones, for a day past their expiry. */
  find(id: string): Promise<Interaction | undefined>;
  /** Binds it to the first browser that opens it; false when it belongs to another. */
  claim(id: string, deviceHash: string): Promise<boolean>;
  choose(id: string, sessionId: string): Promise<void>;
  /** Exactly one caller gets true. */
  finish(id: string, at: Instant): Promise<boolean>;
}
