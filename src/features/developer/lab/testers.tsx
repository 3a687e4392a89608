import { messages } from "../../../i18n/messages.ts";
import { identifierKind } from "../../../identity/contact.ts";
import { testerLimit } from "../../../identity/test-access.ts";
import { inviteTester, removeTester } from "../../../identity/testers.ts";
import type { Client } from "../../../storage/port/clients.ts";
import { Field } from "../../../ui/form.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import { act } from "../../../web/act.ts";
import { auditPage } from "../../../web/audit.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { countHit } from "../../../web/limit.ts";
import { Moment } from "../../../web/moment.tsx";
import { pathOf } from "../frame.tsx";
import { findOwn } from "../own-application.ts";
import { backToLab } from "./mark.ts";

/** Whom a test application lets in beside its owner. What was typed is shown again; whether there is such an account is not. */
export async function testersOf(c: AppContext, account: Account, client: Client) {
  const t = messages(c.var.locale).lab.testers;
  const testers = await c.var.site.storage.committed.testers.list(client.id);
  return (
    <section class="card" id="testers">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      {testers.length > 0 && (
        <form method="post" action={pathOf(client, "/lab/testers/remove")}>
          <AccountFields c={c} account={account} />
          <ul class="rows">
            {testers.map(({ value, invitedAt }) => (
              <li>
                <div>
                  <bdi>{value}</bdi>
                  <p class="muted">
                    {t.since} <Moment c={c} at={invitedAt} />
                  </p>
                </div>
                <button
                  type="submit"
                  name="identifier"
                  value={value}
                  class="quiet"
                  aria-label={t.removeNamed(value)}
                >
                  {t.remove}
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      {testers.length < testerLimit && (
        <form method="post" action={pathOf(client, "/lab/testers")}>
          <AccountFields c={c} account={account} />
          <Field
            name="identifier"
            label={t.identifier}
            help={t.help}
            autocomplete="off"
            maxlength={254}
            required
          />
          <button type="submit">{t.invite}</button>
        </form>
      )}
    </section>
  );
}

/** Invites whoever signs in with what was typed. The answer is the same whether or not somebody does. */
export async function invite(
  c: AppContext,
  account: Account,
  { id }: Client,
  form: SubmittedForm,
): Promise<Response> {
  if (form.stale) return backToLab(c, { id }, "stale");
  const name = identifierKind(form.get("identifier") ?? "");
  if (!name) return backToLab(c, { id }, "tester_malformed");
  await countHit(c, "application_change_by_user", String(account.user.id));
  const invitedAt = c.var.site.clock();
  const done = await act(c, account, async (all) => {
    await findOwn(all, account, id);
    if (!(await inviteTester(all, { clientId: id, ...name, invitedAt }))) return false;
    await auditPage(c, all, account, { action: "client.tester_invited", target: { kind: "client", id } });
    return true;
  });
  return backToLab(c, { id }, done ? "tester_invited" : "testers_full");
}

/** Takes an invitation back, with what came of it. */
export async function uninvite(
  c: AppContext,
  account: Account,
  { id }: Client,
  form: SubmittedForm,
): Promise<Response> {
  const name = identifierKind(form.get("identifier") ?? "");
  if (form.stale || !name) return backToLab(c, { id }, "stale");
  await countHit(c, "application_change_by_user", String(account.user.id));
  const now = c.var.site.clock();
  await act(c, account, async (all) => {
    const client = await findOwn(all, account, id);
    if (!(await removeTester(all, client, name, now))) return;
    await auditPage(c, all, account, { action: "client.tester_removed", target: { kind: "client", id } });
  });
  return backToLab(c, { id }, "tester_removed");
}
