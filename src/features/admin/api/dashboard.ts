import { z } from "zod";
import { figuresOf, rangeNames } from "../dashboard/figures.ts";
import { moment, momentOf } from "./list.ts";
import { type Operation, reading } from "./operation.ts";

const milliseconds = z.number().nullable();

const slot = z.strictObject({
  from: moment,
  sign_ins: z.int(),
  tokens: z.int(),
  requests: z.int(),
  errors: z.int(),
  answered_within: z
    .strictObject({ median: milliseconds, slow: milliseconds })
    .meta({ description: "Milliseconds: of half of the answers, and of nineteen of twenty." }),
});

export const dashboardOperations: readonly Operation[] = [
  reading({
    ...{ id: "showDashboard", group: "operation", path: "/api/admin/dashboard" },
    summary: "How the service did within the last day, by the hour, or week, by six hours (`range`).",
    names: ["range"],
    input: z.object({ range: z.enum(rangeNames).default("day") }),
    output: z.strictObject({
      slots: z.array(slot).meta({ description: "Oldest first; the last one is under way." }),
      codes: z.array(z.strictObject({ code: z.string(), count: z.int() })),
    }),
    read: async ({ site }, { range }) => {
      const { slots, codes } = await figuresOf(site, range);
      return {
        slots: slots.map(({ from, signIns, tokens, requests, errors, median = null, slow = null }) => ({
          ...{ from: momentOf(from), sign_ins: signIns, tokens, requests, errors },
          answered_within: { median, slow },
        })),
        codes: codes.map(([code, count]) => ({ code, count })),
      };
    },
  }),
];
