import type { AuditDetails, AuditEntry } from "../storage/port/audit.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Account } from "./browser-session.ts";
import type { AppContext } from "./context.ts";

/** What somebody did on a page, to what. */
export interface Act extends Pick<AuditEntry, "action" | "target"> {
  readonly details?: AuditDetails;
}

/** Writes down what a person does on a page, in the unit that does it: both are stored or neither. */
export async function auditPage(
  c: AppContext,
  repositories: Pick<Repositories, "audit">,
  { user }: Account,
  { action, target, details = {} }: Act,
): Promise<void> {
  const { clock, ids } = c.var.site;
  await repositories.audit.add({
    id: ids(),
    at: clock(),
    actorId: user.id,
    via: "page",
    action,
    target,
    ip: c.var.clientIp,
    requestId: c.var.requestId,
    details,
  });
}
