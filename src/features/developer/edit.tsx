import { messages } from "../../i18n/messages.ts";
import { changedFields, losesVerification } from "../../protocol/registration/changed-fields.ts";
import type { Client } from "../../storage/port/clients.ts";
import { Notice } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { act } from "../../web/act.ts";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { countHit } from "../../web/limit.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { ApplicationFields, NameField } from "./application-fields.tsx";
import { applicationPage, backTo, pathOf } from "./frame.tsx";
import { findOwn } from "./own-application.ts";
import {
  offeredScopes,
  readTyped,
  readWish,
  type Typed,
  typedFrom,
  type Wish,
  type WishProblems,
} from "./wish.ts";

interface View {
  readonly typed: Typed;
  readonly problems: WishProblems;
  readonly stale?: boolean;
}

async function offered(c: AppContext, client: Client) {
  return offeredScopes(await c.var.site.storage.committed.scopes.list(), client);
}

export function showEdit(c: AppContext, account: Account, client: Client): Promise<Response> {
  return editPage(c, account, client, { typed: typedFrom(client), problems: {} });
}

async function editPage(c: AppContext, account: Account, client: Client, view: View): Promise<Response> {
  const t = messages(c.var.locale).applicationForm;
  const corrects = view.stale === true || Object.keys(view.problems).length > 0;
  return applicationPage(
    c,
    account,
    client,
    { tab: "edit", title: t.editTitle, status: corrects ? problemStatus : 200 },
    <section class="card">
      <h1>{t.editTitle}</h1>
      {view.stale && <Notice kind="warning">{t.stale}</Notice>}
      {client.verified && <Notice>{t.verifiedNote}</Notice>}
      <form method="post" action={pathOf(client, "/edit")}>
        <AccountFields c={c} account={account} />
        <NameField c={c} typed={view.typed} problems={view.problems} />
        <ApplicationFields
          c={c}
          typed={view.typed}
          problems={view.problems}
          offered={await offered(c, client)}
        />
        <button type="submit">{t.submit}</button>
      </form>
      <p>
        <a href={pathOf(client, "/logo")}>{messages(c.var.locale).developer.logo.link}</a>
      </p>
    </section>,
  );
}

export async function edit(
  c: AppContext,
  account: Account,
  client: Client,
  form: SubmittedForm,
): Promise<Response> {
  const typed = readTyped(form, await offered(c, client));
  if (form.stale) return editPage(c, account, client, { typed, problems: {}, stale: true });
  const read = readWish(typed, client.confidential, c.var.site.name);
  if ("problems" in read) return editPage(c, account, client, { typed, problems: read.problems });
  await countHit(c, "application_change_by_user", String(account.user.id));
  const lost = await changeOwn(c, account, client.id, () => read.wish);
  return backTo(c, client, lost ? "saved_unverified" : "saved");
}

/** Stores what differs; says whether the application lost its verification by it. */
export function changeOwn(
  c: AppContext,
  account: Account,
  id: string,
  changeOf: (before: Client) => Partial<Wish>,
): Promise<boolean> {
  const { issuer } = c.var.site;
  return act(c, account, async (all) => {
    const before = await findOwn(all, account, id);
    const change = changeOf(before);
    const fields = changedFields(before, change);
    if (fields.length === 0) return false;
    const lost = losesVerification(before, change, issuer);
    await all.clients.update(id, lost ? { ...change, verified: false } : change);
    await auditPage(c, all, account, {
      action: "client.changed",
      target: { kind: "client", id },
      details: { fields: lost ? [...fields, "verified"] : fields },
    });
    return lost;
  });
}
