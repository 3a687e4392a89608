import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { performOnPage } from "../acts/act.ts";
import { exportAudit } from "../acts/export-audit.ts";
import { auditDownload } from "./download.ts";
import { askedIn } from "./filter.ts";

export async function downloadAudit(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const read = exportAudit.input.safeParse(askedIn((name) => form.get(name)));
  if (form.stale || !read.success) return c.redirect("/admin/audit?status=stale", 303);
  const filter = await performOnPage(c, account, exportAudit, read.data, "audit");
  if (filter instanceof Response) return filter;
  const { body, status, headers } = auditDownload(c.var.site, filter);
  return c.body(body, status, headers);
}
