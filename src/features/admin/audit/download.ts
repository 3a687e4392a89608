import type { AuditEntry, AuditFilter } from "../../../storage/port/audit.ts";
import { withPatience } from "../../../storage/port/patience.ts";
import type { Site } from "../../../web/context.ts";
import { entryLine, header } from "./csv.ts";

const batch = 500;
/** Milliseconds that each batch may ask of the database, for the whole may take longer than any page. */
const patience = 1_500;

/** The log as CSV, newest first, a batch at a time and only as quickly as the reader takes it. */
function stream({ storage }: Site, filter: AuditFilter): ReadableStream<Uint8Array> {
  const { audit } = storage.committed;
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

/** A file to keep, whoever asked for it. */
export function auditDownload(site: Site, filter: AuditFilter) {
  const today = new Date(site.clock()).toISOString().slice(0, 10);
  return {
    status: 200,
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="audit-${today}.csv"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
    body: stream(site, filter),
  } as const;
}
