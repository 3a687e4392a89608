import type { AuditEntry, AuditFilter } from "../../../storage/port/audit.ts";
import { withPatience } from "../../../storage/port/patience.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { performOnPage } from "../acts/act.ts";
import { exportAudit } from "../acts/export-audit.ts";
import { entryLine, header } from "./csv.ts";
import { askedIn, readFilter } from "./filter.ts";

const batch = 500;
/** Milliseconds that each batch may ask of the database, for the whole may take longer than any page. */
const patience = 1_500;

/** The log as CSV, newest first, a batch at a time and only as quickly as the reader takes it. */
function stream(c: AppContext, filter: AuditFilter): ReadableStream<Uint8Array> {
  const { audit } = c.var.site.storage.committed;
  const encoder = new TextEncoder();
  let last: AuditEntry | undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(header)),
    pull: async (controller) => {
      const entries = await withPatience(patience, () => audit.list(filter, batch, last));
      last = entries.at(-1);
      if (last) controller.enqueue(encoder.encode(entries.map(entryLine).join("")));
      if (entries.length < batch) controller.close();
    },
  });
}

export async function downloadAudit(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const asked = askedIn((name) => form.get(name));
  if (form.stale || "problem" in readFilter(asked)) return c.redirect("/admin/audit?status=stale", 303);
  const filter = await performOnPage(c, account, exportAudit, exportAudit.input.parse(asked));
  const today = new Date(c.var.site.clock()).toISOString().slice(0, 10);
  return c.body(stream(c, filter), 200, {
    "Content-Type": "text/csv; charset=utf-8; header=present",
    "Content-Disposition": `attachment; filename="audit-${today}.csv"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  });
}
