import { maskedEmail } from "../../../identity/masked-email.ts";
import { maskedNumber } from "../../../identity/masked-number.ts";
import type { Message, MessageFilter } from "../../../storage/port/messages.ts";
import type { Site } from "../../../web/context.ts";
import { messagesPage, type PageAsked } from "../lists.ts";

const filters = {
  all: {},
  mail: { channel: "mail" },
  whatsapp: { channel: "whatsapp" },
  waiting: { state: "waiting" },
  failed: { state: "failed" },
} as const satisfies Record<string, MessageFilter>;

export const messageShows = ["all", "mail", "whatsapp", "waiting", "failed"] as const;
export type MessageShow = (typeof messageShows)[number] & keyof typeof filters;

export const deliveryStates = ["failed", "delivered", "sent", "waiting"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export function deliveryState({ failedAt, deliveredAt, sentAt }: Message): DeliveryState {
  if (failedAt !== null) return "failed";
  if (deliveredAt !== null) return "delivered";
  return sentAt === null ? "waiting" : "sent";
}

/** Only as its owner knows it. */
export function maskedRecipient({ channel, recipient }: Message): string {
  return channel === "mail" ? maskedEmail(recipient) : maskedNumber(recipient);
}

/** One page of them, newest first. */
export function deliveries(site: Pick<Site, "storage">, show: MessageShow, asked: PageAsked) {
  return messagesPage(site, filters[show], asked);
}
