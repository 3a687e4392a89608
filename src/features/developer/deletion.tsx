import { messages } from "../../i18n/messages.ts";
import type { Client } from "../../storage/port/clients.ts";
import { AccountFields } from "../../web/account-fields.tsx";
import { act } from "../../web/act.ts";
import { askAgain } from "../../web/ask-again.ts";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { drainClient } from "../../web/drain-client.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { applicationPage, backTo, pathOf } from "./frame.tsx";
import { findOwn } from "./own-application.ts";

/** Asks once more, after the password if need be. */
export async function showDeletion(c: AppContext, account: Account, client: Client): Promise<Response> {
  const question = askAgain(c, account, `deletion.${client.id}`);
  if (question) return question;
  const t = messages(c.var.locale).developer.deletion;
  return applicationPage(
    c,
    account,
    client,
    { tab: "overview", title: t.title(client.name) },
    <section class="card">
      <h1>{t.title(client.name)}</h1>
      <p class="lead">{t.lead}</p>
      <form method="post" action={pathOf(client, "/delete")}>
        <AccountFields c={c} account={account} />
        <div class="actions">
          <button type="submit" class="danger">
            {t.submit}
          </button>
          <a class="button quiet" href={pathOf(client)}>
            {t.cancel}
          </a>
        </div>
      </form>
    </section>,
  );
}

/** Milliseconds. */
const patience = 1_000;

export async function remove(
  c: AppContext,
  account: Account,
  { id }: Client,
  form: SubmittedForm,
): Promise<Response> {
  if (form.stale) return backTo(c, { id }, "stale");
  const question = askAgain(c, account, `deletion.${id}`);
  if (question) return question;
  const { storage } = c.var.site;
  const disabled = { status: "disabled" } as const;
  await act(c, account, async (all) => all.clients.update((await findOwn(all, account, id)).id, disabled));
  const begun = performance.now();
  // What is left after a second goes with the client; should that be too much, the next try begins with less.
  await drainClient(storage, id, () => performance.now() - begun < patience);
  await act(c, account, async (all) => {
    const { name } = await findOwn(all, account, id);
    await all.clients.delete(id);
    await auditPage(c, all, account, {
      action: "client.deleted",
      target: { kind: "client", id },
      details: { name },
    });
  });
  return c.redirect("/developer?status=deleted", 303);
}
