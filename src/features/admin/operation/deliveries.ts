import { maskedEmail } from "../../../identity/masked-email.ts";
import { maskedNumber } from "../../../identity/masked-number.ts";
import type { Message, MessageFilter } from "../../../storage/port/messages.ts";
import type { Site } from "../../../web/context.ts";
import type { Place } from "../../../web/cursor.ts";
import { shownOf } from "../../../web/pager.tsx";

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

export interface Deliveries {
  readonly entries: readonly Message[];
  readonly next: Place | undefined;
}

/** One page of mails and WhatsApp messages, newest first. */
export async function deliveries(
  { storage }: Pick<Site, "storage">,
  show: MessageShow,
  size: number,
  place: Place | undefined,
): Promise<Deliveries> {
  const before = place && { createdAt: Number(place[0]), id: String(place[1]) };
  const found = await storage.committed.messages.page(filters[show], size + 1, before);
  const { entries, last } = shownOf(found, size);
  return { entries, next: last && [last.createdAt, last.id] };
}
