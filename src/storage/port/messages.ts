import type { Instant } from "./time.ts";

export type Channel = "mail" | "whatsapp";

/** Why a message was given up: the recipient cannot be reached this way, its time was over, or no key opens it. */
export type MessageFailure = "recipient" | "late" | "unreadable";

/** A mail or WhatsApp message waiting for delivery. The content is sealed with the server's key and erased once delivered. */
export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  /** Sealed JSON: subject, text, and where given code and link. Null once delivered by a real transport or given up. */
  readonly sealed: string | null;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  /** After this there is no use in sending it (its code is over); null for what is worth reading at any time. */
  readonly expiresAt: Instant | null;
  /** When the channel reported that it arrived; not every channel does. */
  readonly deliveredAt: Instant | null;
  /** Given up, by us or afterwards by the channel; `failure` says why. */
  readonly failedAt: Instant | null;
  readonly failure: MessageFailure | null;
}

/** One at a time: each has an index in the order of the list. */
export interface MessageFilter {
  readonly channel?: Channel;
  /** Neither sent nor given up; given up. */
  readonly state?: "waiting" | "failed";
}

export interface MessageStore {
  add(message: Message): Promise<void>;
  find(id: string): Promise<Message | undefined>;
  /** Leases a channel's due messages to one caller until `leaseUntil`; each lease counts as an attempt, also in what is returned. */
  lease(channel: Channel, now: Instant, leaseUntil: Instant, limit: number): Promise<readonly Message[]>;
  /** Marks delivered; `erase` drops the content. */
  sent(id: string, at: Instant, erase: boolean): Promise<void>;
  retry(id: string, nextAttemptAt: Instant): Promise<void>;
  /** Gives up and erases the content; the first reason stays, and what has arrived cannot fail: false then. */
  fail(id: string, at: Instant, failure: MessageFailure): Promise<boolean>;
  /** The channel reports that a message arrived; the first report counts. */
  delivered(id: string, at: Instant): Promise<void>;
  /** Newest first; `before` is the last one seen. */
  page(
    filter: MessageFilter,
    limit: number,
    before?: Pick<Message, "createdAt" | "id">,
  ): Promise<readonly Message[]>;
  /** How many are neither delivered nor given up. */
  waiting(): Promise<number>;
  /** Newest first; for the development outbox. */
  list(limit: number): Promise<readonly Message[]>;
}
