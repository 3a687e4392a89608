import type { Locale } from "../i18n/locale.ts";
import type { KeyRing } from "../protocol/key-ring.ts";
import type { Channel, Message } from "../storage/port/messages.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Instant } from "../storage/port/time.ts";
import type { Site } from "./context.ts";

/** What a message says; `code` and `link` repeat what is in the text, for templates and the development outbox. */
export interface MessageContent {
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly code?: string;
  readonly link?: string;
  /** WhatsApp only: the approved form it takes, in which language; without one it is an answer to somebody who wrote to us. */
  readonly template?: "code" | "notice";
  readonly locale?: Locale;
}

export interface Envelope {
  readonly channel: Channel;
  /** One e-mail address as `normaliseEmail` gives it, or one number in E.164. */
  readonly to: string;
  /** After this there is no use in sending it. */
  readonly expiresAt?: Instant;
}

export type MessageSite = Pick<Site, "ids" | "clock" | "keys">;

/** Puts a message into the outgoing queue of this storage unit: it is sent if and only if the unit commits. Resolves to its id. */
export async function queueMessage(
  { messages }: Pick<Repositories, "messages">,
  { ids, clock, keys }: MessageSite,
  { channel, to, expiresAt }: Envelope,
  content: MessageContent,
): Promise<string> {
  const id = ids();
  const now = clock();
  await messages.add({
    id,
    channel,
    recipient: to,
    sealed: keys.seal("message", JSON.stringify(content), id),
    createdAt: now,
    sentAt: null,
    attempts: 0,
    nextAttemptAt: now,
    expiresAt: expiresAt ?? null,
    deliveredAt: null,
    failedAt: null,
    failure: null,
  });
  return id;
}

/** Undefined when the content was erased, or sealed with a key that is gone. */
export function openMessage(keys: KeyRing, { id, sealed }: Message): MessageContent | undefined {
  const text = sealed === null ? undefined : keys.open("message", sealed, id);
  return text === undefined ? undefined : (JSON.parse(text) as MessageContent);
}
