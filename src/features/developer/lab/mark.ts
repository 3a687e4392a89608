import type { Client } from "../../../storage/port/clients.ts";
import { act } from "../../../web/act.ts";
import { auditPage } from "../../../web/audit.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { countHit } from "../../../web/limit.ts";
import { pathOf, type Status } from "../frame.tsx";
import { findOwn } from "../own-application.ts";

/** After a form of the error lab: its page anew, with one sentence about what happened. */
export function backToLab(c: AppContext, client: Pick<Client, "id">, status: Status): Response {
  return c.redirect(`${pathOf(client, "/lab")}?status=${status}`, 303);
}

/** Marks one's application as a test application, or takes the mark away. */
export async function mark(
  c: AppContext,
  account: Account,
  { id }: Client,
  form: SubmittedForm,
): Promise<Response> {
  const wanted = form.get("test");
  if (form.stale || (wanted !== "on" && wanted !== "off")) return backToLab(c, { id }, "stale");
  const test = wanted === "on";
  await countHit(c, "application_change_by_user", String(account.user.id));
  await act(c, account, async (all) => {
    const client = await findOwn(all, account, id);
    if (client.test === test) return;
    await all.clients.update(id, { test });
    await auditPage(c, all, account, {
      action: test ? "client.test_on" : "client.test_off",
      target: { kind: "client", id },
    });
  });
  return backToLab(c, { id }, test ? "test_on" : "test_off");
}
