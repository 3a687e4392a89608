import { act } from "../../web/act.ts";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { countHit } from "../../web/limit.ts";
import { backTo } from "./frame.tsx";
import { findOwn } from "./own-application.ts";

/** Disables one's application or enables it again, unless an admin disabled it. */
export async function setStatus(
  c: AppContext,
  account: Account,
  { id }: { readonly id: string },
  form: SubmittedForm,
): Promise<Response> {
  const wanted = form.get("status");
  if (form.stale || (wanted !== "active" && wanted !== "disabled")) return backTo(c, { id }, "stale");
  await countHit(c, "application_change_by_user", String(account.user.id));
  const done = await act(c, account, async (all) => {
    const client = await findOwn(all, account, id);
    if (client.disabledByAdmin) return false;
    if (client.status === wanted) return true;
    await all.clients.update(id, { status: wanted });
    await auditPage(c, all, account, {
      action: wanted === "active" ? "client.enabled" : "client.disabled",
      target: { kind: "client", id },
    });
    return true;
  });
  if (!done) return backTo(c, { id }, "not_enabled");
  return backTo(c, { id }, wanted === "active" ? "enabled" : "disabled");
}
