import type { Instant } from "./time.ts";

/** Browsers in which a person need not give a second factor for a while. `hash` is SHA-256 of the browser's cookie, base64url. */
export interface TrustedDeviceStore {
  trust(userId: number, hash: string, expiresAt: Instant): Promise<void>;
  trusts(userId: number, hash: string, now: Instant): Promise<boolean>;
  /** The browser's cookie is another from now on, for all of its accounts; the old one is worthless. */
  renew(hash: string, newHash: string): Promise<void>;
  /** Resolves to the number of browsers that are still trusted. */
  count(userId: number, now: Instant): Promise<number>;
  /** Every browser has to ask again. */
  forgetAll(userId: number): Promise<void>;
}
