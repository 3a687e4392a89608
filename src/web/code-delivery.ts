import { setTimeout as sleep } from "node:timers/promises";
import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import type { Message } from "../storage/port/messages.ts";
import type { AppContext } from "./context.ts";
import type { CodePayload } from "./one-time-code.ts";
import { whatsAppOutage } from "./whatsapp.ts";

/** Milliseconds that a page waits for the first attempt, so that it can tell at once what went wrong. */
const patience = 1500;
const pause = 50;

async function attempted(c: AppContext, id: string): Promise<Message | undefined> {
  const { storage } = c.var.site;
  for (let waited = 0; ; waited += pause) {
    const message = await storage.committed.messages.find(id);
    const settled = !message || message.sentAt !== null || message.failedAt !== null;
    // A second attempt in sight means that the first has failed.
    if (settled || message.attempts > 1 || waited >= patience) return message;
    await sleep(pause);
  }
}

/**
 * Why the code of this page does not arrive, as far as the page may tell: what became of the message, where one is sent
 * to everybody; otherwise only what every number meets.
 */
export async function deliveryProblem(
  c: AppContext,
  { messageId }: CodePayload,
): Promise<CatalogueError | undefined> {
  const { whatsapp } = c.var.site;
  if (!whatsapp) return undefined;
  if (!messageId) return whatsAppOutage(whatsapp);
  const message = await attempted(c, messageId);
  if (message?.channel !== "whatsapp") return undefined;
  if (message.failure === "recipient") return apiError("validation_error", "whatsapp_number_unreachable");
  if (message.failure) return apiError("service_unavailable", "whatsapp_unavailable");
  return message.sentAt === null ? whatsAppOutage(whatsapp) : undefined;
}
