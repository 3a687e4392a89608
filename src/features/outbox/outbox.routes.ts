import { Hono } from "hono";
import type { Channel, Message } from "../../storage/port/messages.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { openMessage } from "../../web/message.ts";
import { outboxPage } from "./outbox.page.tsx";

/** One message as scripts read it; `at` is ISO 8601. */
export interface OutboxEntry {
  readonly id: string;
  readonly at: string;
  readonly channel: Channel;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly code?: string;
  readonly link?: string;
}

const most = 200;

/** What would have been sent, for development only: it shows secrets. */
export function outboxRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/dev/outbox", async (c) => {
    const found = await c.var.site.storage.committed.messages.list(most);
    const entries = found.flatMap((message) => entryOf(c, message));
    const json = (c.req.header("accept") ?? "").includes("application/json");
    return json ? c.json(entries, 200, { "Cache-Control": "no-store" }) : outboxPage(c, entries);
  });
}

function entryOf(c: AppContext, message: Message): readonly OutboxEntry[] {
  const content = openMessage(c.var.site.keys, message);
  if (!content) return [];
  const { id, channel, recipient: to, createdAt } = message;
  const { template: _template, locale: _locale, ...said } = content;
  return [{ id, at: new Date(createdAt).toISOString(), channel, to, ...said }];
}
