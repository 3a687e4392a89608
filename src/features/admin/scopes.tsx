import { messages } from "../../i18n/messages.ts";
import { longestScope } from "../../protocol/registration/scope-name.ts";
import { Checkbox, Field, Notice } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { problemStatus } from "../../web/problem-status.ts";
import { performOnPage } from "./acts/act.ts";
import { createScope, type ScopeProblem } from "./acts/create-scope.ts";
import { adminPage } from "./frame.tsx";

interface Refused {
  readonly name: string;
  readonly requiresApproval: boolean;
  readonly problem: ScopeProblem | "stale";
}

export async function scopesPage(c: AppContext, account: Account, refused?: Refused): Promise<Response> {
  const t = messages(c.var.locale).adminOperation.scopes;
  const scopes = await c.var.site.storage.committed.scopes.list();
  return adminPage(
    c,
    account,
    { tab: "scopes", title: t.title, status: refused ? problemStatus : 200 },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <ul class="rows">
          {scopes.map(({ name, requiresApproval, builtIn }) => (
            <li>
              <code>{name}</code>
              <p class="tags">
                <span class="tag">{builtIn ? t.builtIn : t.own}</span>
                {requiresApproval && <span class="tag danger">{t.sensitive}</span>}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <NewScope c={c} account={account} refused={refused} />
    </>,
  );
}

function NewScope(props: {
  readonly c: AppContext;
  readonly account: Account;
  readonly refused: Refused | undefined;
}) {
  const { c, account, refused } = props;
  const { adminOperation, areas } = messages(c.var.locale);
  const t = adminOperation.scopes;
  const problem = refused && refused.problem !== "stale" ? t.problems[refused.problem] : undefined;
  return (
    <section class="card">
      <h2>{t.create}</h2>
      {refused?.problem === "stale" && <Notice kind="warning">{areas.status.stale}</Notice>}
      <form method="post" action="/admin/scopes">
        <AccountFields c={c} account={account} />
        <Field
          name="name"
          label={t.name}
          help={t.nameHelp}
          value={refused?.name}
          maxlength={longestScope}
          autocomplete="off"
          required
          problem={problem}
        />
        <Checkbox
          name="requires_approval"
          label={t.requiresApproval}
          help={t.requiresApprovalHelp}
          checked={refused?.requiresApproval ?? true}
        />
        <button type="submit">{t.submit}</button>
      </form>
    </section>
  );
}

export async function addScope(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const typed = {
    name: form.get("name") ?? "",
    requiresApproval: form.get("requires_approval") === "yes",
  };
  if (form.stale) return scopesPage(c, account, { ...typed, problem: "stale" });
  const read = createScope.input.safeParse({ name: typed.name, requires_approval: typed.requiresApproval });
  if (!read.success) {
    const problem = read.error.issues[0]?.message === "reserved" ? "reserved" : "shape";
    return scopesPage(c, account, { ...typed, problem });
  }
  const made = await performOnPage(c, account, createScope, read.data, "scopes");
  if (made instanceof Response) return made;
  if (!made) return scopesPage(c, account, { ...typed, problem: "taken" });
  return c.redirect("/admin/scopes?status=scope_created", 303);
}
