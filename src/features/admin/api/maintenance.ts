import { z } from "zod";
import type { Call } from "../../../web/call.ts";
import { maintenanceAt, planAhead, readMaintenance } from "../../../web/maintenance.ts";
import { cancelWindow, maintenanceOff, maintenanceOn, planWindow } from "../acts/maintenance.ts";
import { moment, momentOf } from "./list.ts";
import { doing, type Operation, reading } from "./operation.ts";

const said = { message: z.string().nullable(), read_only: z.boolean() };

const state = z.strictObject({
  now: z.strictObject({ retry_after: z.int(), ...said }).nullable(),
  planned: z.strictObject({ from: moment, until: moment, ...said }).nullable(),
});

/** As it stands in the database: the pages of every process follow within a second. */
async function stateOf({ site }: Call): Promise<z.output<typeof state>> {
  const stored = await readMaintenance(site.storage.committed.settings);
  const now = maintenanceAt(stored, site.clock());
  const plan = planAhead(stored, site.clock());
  return {
    now: now ? { retry_after: now.retryAfter, message: now.message, read_only: now.readOnly ?? false } : null,
    planned: plan
      ? {
          ...{ from: momentOf(plan.from), until: momentOf(plan.until) },
          ...{ message: plan.message, read_only: plan.readOnly },
        }
      : null,
  };
}

/** Every act answers with how it stands afterwards. */
const asItStands = { group: "maintenance", output: state, done: stateOf } as const;

export const maintenanceOperations: readonly Operation[] = [
  reading({
    ...{ id: "showMaintenance", group: "maintenance", path: "/api/admin/maintenance" },
    ...{ names: [], input: z.object({}), output: state },
    summary: "What is under maintenance now, and the window that lies ahead.",
    read: stateOf,
  }),
  doing({
    ...{ id: "maintenanceOn", path: "/api/admin/maintenance/on", act: maintenanceOn, ...asItStands },
    summary: "Stops the service for everybody but administrators, or lets it only read (`read_only`).",
  }),
  doing({
    ...{ id: "maintenanceOff", path: "/api/admin/maintenance/off", act: maintenanceOff, ...asItStands },
    summary: "Lets the service go on; a window that has begun ends too.",
  }),
  doing({
    ...{ id: "planMaintenance", path: "/api/admin/maintenance/plan", act: planWindow, ...asItStands },
    summary: "Announces a window, in place of any other, that begins and ends by itself.",
  }),
  doing({
    ...{ id: "cancelMaintenance", path: "/api/admin/maintenance/cancel", act: cancelWindow, ...asItStands },
    summary: "Gives up the window that lies ahead.",
  }),
];
