import { z } from "zod";
import type { LimitName } from "../../../identity/rate-limit.ts";
import {
  deliveries,
  deliveryState,
  deliveryStates,
  maskedRecipient,
  messageShows,
} from "../operation/deliveries.ts";
import { after, moment, momentOf, next, placesOf } from "./list.ts";
import { type Operation, reading } from "./operation.ts";

const message = z.strictObject({
  channel: z.enum(["mail", "whatsapp"]),
  recipient: z.string().meta({ description: "Masked, as its owner knows it." }),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  created_at: moment,
  failure: z.enum(["recipient", "late", "unreadable"]).nullable(),
});

const group = "operation";

/** What the process runs with, and the messages that it sent. */
export const installationOperations: readonly Operation[] = [
  reading({
    ...{ id: "listMessages", group, path: "/api/admin/messages" },
    summary:
      "Mails and WhatsApp messages and what became of them, newest first; never what they say, nor whole addresses.",
    names: ["show", "after"],
    input: z.object({ show: z.enum(messageShows).default("all"), after }),
    output: z.strictObject({ messages: z.array(message), next }),
    read: async (call, { show, after: given }) => {
      const places = placesOf(call, `messages ${show}`);
      const found = await deliveries(call.site, show, places.asked(given));
      const messages = found.entries.map((entry) => ({
        ...{ channel: entry.channel, recipient: maskedRecipient(entry), state: deliveryState(entry) },
        ...{ attempts: entry.attempts, created_at: momentOf(entry.createdAt), failure: entry.failure },
      }));
      return { messages, next: places.give(found.next) };
    },
  }),
  reading({
    ...{ id: "showSettings", group, path: "/api/admin/settings" },
    ...{ names: [], input: z.object({}) },
    summary: "What the answering process was started with; secrets only as being there.",
    output: z.strictObject({ settings: z.record(z.string(), z.string()) }),
    read: async (_call, _input, { operation }) => ({ settings: Object.fromEntries(operation.settings) }),
  }),
  reading({
    ...{ id: "showLimits", group, path: "/api/admin/limits" },
    ...{ names: [], input: z.object({}) },
    summary: "The limits in force: so many (`count`; 0 is no limit) within so many seconds (`window`).",
    output: z.strictObject({
      limits: z.array(z.strictObject({ name: z.string(), count: z.int(), window: z.int() })),
    }),
    read: async (_call, _input, { operation: { limits } }) => ({
      limits: (Object.keys(limits) as LimitName[]).map((name) => {
        const { count, window } = limits[name];
        return { name, count, window };
      }),
    }),
  }),
];
