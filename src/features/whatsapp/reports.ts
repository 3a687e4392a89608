import type { AppContext } from "../../web/context.ts";
import type { Report } from "./notification.ts";

/** Keeps what became of a message; unknown ids and repeated reports change nothing. */
export async function keepReport(c: AppContext, { messageId, status, errors }: Report): Promise<void> {
  const { storage, clock, whatsapp } = c.var.site;
  if (status === "delivered" || status === "read")
    await storage.write(({ messages }) => messages.delivered(messageId, clock()));
  if (status !== "failed") return;
  const failure = whatsapp?.aboutRecipient(errors) ? "recipient" : "late";
  const news = await storage.write(({ messages }) => messages.fail(messageId, clock(), failure));
  if (!news) return;
  c.var.log.warn({ messageId, codes: errors.slice(0, 5) }, "whatsapp not delivered");
  if (failure === "late") whatsapp?.failed(errors);
}
