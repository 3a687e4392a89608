import type { Repositories } from "../storage/port/storage.ts";
import { type MessageContent, type MessageSite, queueMessage } from "./message.ts";

export interface Mail extends MessageContent {
  /** One address, as `normaliseEmail` gives it. */
  readonly to: string;
}

/** Puts a mail into the outgoing queue of this storage unit: it is sent if and only if the unit commits. */
export async function queueMail(
  repositories: Pick<Repositories, "messages">,
  site: MessageSite,
  { to, ...content }: Mail,
): Promise<void> {
  await queueMessage(repositories, site, { channel: "mail", to }, content);
}
