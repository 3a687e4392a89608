import { z } from "zod";
import { auditActions, auditTargetKinds } from "../../../storage/port/audit.ts";
import { exportAudit } from "../acts/export-audit.ts";
import { auditDownload } from "../audit/download.ts";
import { auditFields, filterFields, filterOf } from "../audit/filter.ts";
import { auditPage } from "../lists.ts";
import { after, moment, momentOf, next, placesOf } from "./list.ts";
import { downloading, type Operation, reading } from "./operation.ts";

const entrySchema = z.strictObject({
  id: z.string(),
  at: moment,
  actor_id: z.int().nullable(),
  via: z.enum(["page", "api", "command_line", "server"]),
  action: z.enum(auditActions),
  target: z.strictObject({ kind: z.enum(auditTargetKinds), id: z.string() }),
  ip: z.string().nullable(),
  request_id: z.string().nullable(),
  details: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
  ),
});

export const auditOperations: readonly Operation[] = [
  reading({
    ...{ id: "listAudit", group: "audit", path: "/api/admin/audit" },
    summary:
      "Who did what to whom, from where, newest first; by one of `actor`, `action` and target, and by days (UTC).",
    names: [...filterFields, "after"],
    input: auditFields.safeExtend({ after }),
    output: z.strictObject({ entries: z.array(entrySchema), next }),
    read: async (call, { after: given, ...asked }) => {
      const filter = filterOf(asked);
      const places = placesOf(call, `audit ${JSON.stringify(filter)}`);
      const { entries, next: end } = await auditPage(call.site, filter, places.asked(given));
      return {
        entries: entries.map(({ at, actorId, requestId, ...entry }) => ({
          ...entry,
          ...{ at: momentOf(at), actor_id: actorId, request_id: requestId },
        })),
        next: places.give(end),
      };
    },
  }),
  downloading({
    ...{ id: "exportAudit", group: "audit", path: "/api/admin/audit/export", act: exportAudit },
    summary:
      "The whole log, or what the same filter leaves of it, as CSV; that it was taken is written down.",
    output: z.string(),
    download: ({ site }, filter) => auditDownload(site, filter),
  }),
];
