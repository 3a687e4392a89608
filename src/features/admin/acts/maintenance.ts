import { z } from "zod";
import { type TextProblem, textProblem, tidied } from "../../../protocol/plain-text.ts";
import {
  cancelPlan,
  planMaintenance,
  switchMaintenanceOff,
  switchMaintenanceOn,
} from "../../../web/maintenance.ts";
import { adminAct } from "./act.ts";

export const maintenanceLimits = { message: 300, retryAfter: 86_400, window: 7 * 86_400_000 } as const;
const usualSeconds = 120;
const target = { kind: "server", id: "maintenance" } as const;

const problems = [
  "missing",
  "too_long",
  "characters",
  "seconds",
  "moment",
  "order",
  "too_long_window",
] as const satisfies readonly (TextProblem | string)[];
export type MaintenanceProblem = (typeof problems)[number];

export function isMaintenanceProblem(message: string): message is MaintenanceProblem {
  return problems.some((problem) => problem === message);
}

const message = z
  .string()
  .transform(tidied)
  .superRefine((text, context) => {
    const problem = textProblem(text, maintenanceLimits.message, "one");
    if (problem) context.addIssue(problem);
  })
  .nullable()
  .default(null);
const readOnly = z.boolean().default(false);

/** A moment of UTC, to the minute or second. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/, { error: "moment", abort: true })
  .transform((text, context) => {
    const at = Date.parse(text);
    if (Number.isNaN(at)) context.addIssue("moment");
    return at;
  });

export const maintenanceOn = adminAct({
  input: z.object({
    retry_after: z
      .int("seconds")
      .min(1, "seconds")
      .max(maintenanceLimits.retryAfter, "seconds")
      .default(usualSeconds),
    message,
    read_only: readOnly,
  }),
  role: "admin",
  dangerous: true,
  run: async ({ all, note }, { retry_after, message, read_only }) => {
    await switchMaintenanceOn(all.settings, { retryAfter: retry_after, message, readOnly: read_only });
    await note({ action: "maintenance.on", target, details: { retry_after, read_only } });
  },
});

/** Also ends a window that has begun. */
export const maintenanceOff = adminAct({
  input: z.object({}),
  role: "admin",
  dangerous: false,
  run: async ({ all, note, now }) => {
    await switchMaintenanceOff(all.settings, now);
    await note({ action: "maintenance.off", target });
  },
});

export const planWindow = adminAct({
  input: z
    .object({ from: moment, until: moment, message, read_only: readOnly })
    .refine(({ from, until }) => from < until, { error: "order", path: ["until"] })
    .refine(({ from, until }) => until - from <= maintenanceLimits.window, {
      error: "too_long_window",
      path: ["until"],
    }),
  role: "admin",
  dangerous: true,
  run: async ({ all, note }, { from, until, message, read_only }) => {
    await planMaintenance(all.settings, { from, until, message, readOnly: read_only });
    const window = { from: new Date(from).toISOString(), to: new Date(until).toISOString(), read_only };
    await note({ action: "maintenance.planned", target, details: window });
  },
});

export const cancelWindow = adminAct({
  input: z.object({}),
  role: "admin",
  dangerous: false,
  run: async ({ all, note }) => {
    await cancelPlan(all.settings);
    await note({ action: "maintenance.plan_cancelled", target });
  },
});
