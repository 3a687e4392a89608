import type { MessageContent } from "../web/message.ts";

/** Safe to log: neither address nor content. `hint`: what the operator can do. */
export interface FailureFacts {
  readonly code: string;
  readonly status: number | undefined;
  readonly hint?: string;
}

/**
 * How an attempt ended: "refused" for good, because of this message or recipient; "failed" and worth trying again.
 * `trouble` is what a failure says of the whole channel: "passing" may be a hiccup, "standing" will meet every message.
 */
export type Attempt =
  | { readonly outcome: "sent" }
  | { readonly outcome: "refused"; readonly facts: FailureFacts }
  | { readonly outcome: "failed"; readonly facts: FailureFacts; readonly trouble?: "passing" | "standing" };

export interface Transport {
  /** Never rejects. `messageId` stays the same at each attempt, so that a repeated delivery can be recognised. */
  send(messageId: string, message: { readonly to: string } & MessageContent): Promise<Attempt>;
}
