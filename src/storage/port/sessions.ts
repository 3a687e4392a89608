import type { Instant } from "./time.ts";

/** A browser that holds sign-ins: what the session cookie names. Its secret changes at every sign-in and privilege change. */
export interface Browser {
  readonly id: string;
  /** SHA-256 of the cookie's value, base64url. */
  readonly hash: string;
  readonly expiresAt: Instant;
}

/** One account signed in in one browser. */
export interface Session {
  readonly id: string;
  readonly browserId: string;
  readonly userId: number;
  /** When the person signed in with all that their account asks for (`auth_time`). */
  readonly authenticatedAt: Instant;
  /** When they last proved who they are, if only by password before a dangerous act. */
  readonly provenAt: Instant;
  readonly createdAt: Instant;
  readonly lastActiveAt: Instant;
  readonly ip: string;
  readonly userAgent: string;
}

export interface SessionStore {
  createBrowser(browser: Browser): Promise<void>;
  findBrowser(id: string): Promise<Browser | undefined>;
  /** The old cookie is worthless from now on. False when there is no such browser (any more). */
  renewBrowser(id: string, hash: string, expiresAt: Instant): Promise<boolean>;
  /** Signs an account in; replaces this browser's session of the same user. */
  put(session: Session): Promise<void>;
  /** Undefined also while the user is disabled. */
  find(id: string): Promise<Session | undefined>;
  /** Most recently active first; sessions of disabled users are never among them, here and below. */
  listByBrowser(browserId: string): Promise<readonly Session[]>;
  listByUser(userId: number): Promise<readonly Session[]>;
  touch(id: string, at: Instant): Promise<void>;
  /** Sets `provenAt`. */
  proved(id: string, at: Instant): Promise<void>;
  /** False when there was none. */
  end(id: string): Promise<boolean>;
  endAll(userId: number, exceptSessionId?: string): Promise<number>;
  /**
   * Remembers that the browser with this device cookie signed in to the account; `deviceHash` is SHA-256, base64url.
   * "first": no other browser did.
   */
  rememberDevice(userId: number, deviceHash: string, at: Instant): Promise<"first" | "new" | "known">;
  knowsDevice(userId: number, deviceHash: string): Promise<boolean>;
}
