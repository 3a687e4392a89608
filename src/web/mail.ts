import type { KeyRing } from "../protocol/key-ring.ts";
import type { Message } from "../storage/port/messages.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Site } from "./context.ts";

/** What a message says; `code` and `link` repeat what is in the text, for the development outbox. */
export interface MessageContent {
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly code?: string;
  readonly link?: string;
}

export interface Mail extends MessageContent {
  /** One address, as `normaliseEmail` gives it. */
  readonly to: string;
}

/** Puts a mail into the outgoing queue of this storage unit: it is sent if and only if the unit commits. */
export async function queueMail(
  { messages }: Pick<Repositories, "messages">,
  { ids, clock, keys }: Pick<Site, "ids" | "clock" | "keys">,
  { to, ...content }: Mail,
): Promise<void> {
  const id = ids();
  const now = clock();
  await messages.add({
    id,
    channel: "mail",
    recipient: to,
    sealed: keys.seal("message", JSON.stringify(content), id),
    createdAt: now,
    sentAt: null,
    attempts: 0,
    nextAttemptAt: now,
    failedAt: null,
  });
}

/** Undefined when the content was erased, or sealed with a key that is gone. */
export function openMessage(keys: KeyRing, { id, sealed }: Message): MessageContent | undefined {
  const text = sealed === null ? undefined : keys.open("message", sealed, id);
  return text === undefined ? undefined : (JSON.parse(text) as MessageContent);
}
