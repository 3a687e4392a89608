import type { Instant } from "./time.ts";

/** A mail or WhatsApp message waiting for delivery. The content is sealed with the server's key and erased once delivered. */
export interface Message {
  readonly id: string;
  readonly channel: "mail" | "whatsapp";
  readonly recipient: string;
  /** Sealed JSON: subject, text, and where given code and link. Null once delivered by a real transport or given up. */
  readonly sealed: string | null;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  /** Given up after the last attempt. */
  readonly failedAt: Instant | null;
}

export interface MessageStore {
  add(message: Message): Promise<void>;
  /** Leases due messages to one caller until `leaseUntil`; each lease counts as an attempt, also in what is returned. */
  lease(now: Instant, leaseUntil: Instant, limit: number): Promise<readonly Message[]>;
  /** Marks delivered; `erase` drops the content. */
  sent(id: string, at: Instant, erase: boolean): Promise<void>;
  retry(id: string, nextAttemptAt: Instant): Promise<void>;
  /** Gives up and erases the content. */
  fail(id: string, at: Instant): Promise<void>;
  /** How many are neither delivered nor given up. */
  waiting(): Promise<number>;
  /** Newest first; for the development outbox. */
  list(limit: number): Promise<readonly Message[]>;
}
