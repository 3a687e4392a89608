import { messages } from "../../i18n/messages.ts";
import { sha256 } from "../../protocol/hash.ts";
import type { ApprovalState } from "../../protocol/registration/approval.ts";
import type { AuditAction } from "../../storage/port/audit.ts";
import type { Approval, Client, ClientChange } from "../../storage/port/clients.ts";
import { Fact } from "../../ui/facts.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { act } from "../../web/act.ts";
import { ApplicationFacts } from "../../web/application-facts.tsx";
import { ApplicationHeading } from "../../web/application-heading.tsx";
import { ApprovalTag } from "../../web/approval-state.tsx";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { ownerText } from "./decision.page.tsx";
import { adminPage, type Status } from "./frame.tsx";
import { applicationHistory } from "./history.tsx";
import { knownApplication } from "./known-application.ts";

/** What an administrator does to an application, and how the page says so. */
const acts: {
  readonly [name: string]: {
    readonly change: ClientChange;
    readonly action: AuditAction;
    readonly said: Status;
  };
} = {
  verify: { change: { verified: true }, action: "client.verified", said: "verified" },
  unverify: { change: { verified: false }, action: "client.unverified", said: "unverified" },
  disable: {
    change: { status: "disabled", disabledByAdmin: true },
    action: "client.disabled",
    said: "disabled",
  },
  enable: {
    change: { status: "active", disabledByAdmin: false },
    action: "client.enabled",
    said: "enabled",
  },
};

/** By what a verified application is recognised, as one text: a verification counts for what the page showed. */
function appearance({ name, logo, redirectUris, homepageUrl, privacyPolicyUrl }: Client): string {
  return sha256(JSON.stringify([name, logo, redirectUris, homepageUrl, privacyPolicyUrl]));
}

export async function showApplication(c: AppContext, account: Account): Promise<Response> {
  const { clients, users, scopes } = c.var.site.storage.committed;
  const t = messages(c.var.locale).admin;
  const client = await knownApplication({ clients }, c.req.param("id"));
  const owner = client.ownerId === null ? undefined : await users.find(client.ownerId);
  const sensitive = (await scopes.list()).filter(({ requiresApproval }) => requiresApproval);
  const names = sensitive.map(({ name }) => name).filter((name) => client.scopes.includes(name));
  return adminPage(
    c,
    account,
    { tab: "applications", title: client.name, keep: ["after"] },
    <>
      <section class="card">
        <ApplicationHeading c={c} client={client} />
        <ApplicationFacts c={c} client={client}>
          <Fact label={messages(c.var.locale).application.facts.owner}>
            {ownerText(t.decision.nobody, client, owner)}
          </Fact>
        </ApplicationFacts>
        <Acts c={c} account={account} client={client} />
      </section>
      <Sensitive c={c} client={client} names={names} approvals={await clients.approvals(client.id)} />
      {await applicationHistory(c, client.id)}
    </>,
  );
}

function Acts(props: { readonly c: AppContext; readonly account: Account; readonly client: Client }) {
  const { c, account, client } = props;
  const t = messages(c.var.locale).admin.applications;
  return (
    <form method="post" action={`/admin/applications/${client.id}`}>
      <AccountFields c={c} account={account} />
      <input type="hidden" name="seen" value={appearance(client)} />
      {!client.verified && <p class="muted">{t.verifyNote}</p>}
      <div class="actions">
        <button type="submit" name="act" value={client.verified ? "unverify" : "verify"}>
          {client.verified ? t.unverify : t.verify}
        </button>
        {client.status === "active" && (
          <button type="submit" name="act" value="disable" class="danger">
            {t.disable}
          </button>
        )}
        {client.status === "disabled" && (
          <button type="submit" name="act" value="enable" class="quiet">
            {t.enable}
          </button>
        )}
      </div>
    </form>
  );
}

function Sensitive(props: {
  readonly c: AppContext;
  readonly client: Client;
  readonly names: readonly string[];
  readonly approvals: readonly Approval[];
}) {
  const { c, client, names, approvals } = props;
  if (names.length === 0) return null;
  const stateOf = (scope: string): ApprovalState =>
    approvals.find((approval) => approval.scope === scope)?.status ?? "none";
  return (
    <section class="card">
      <h2>{messages(c.var.locale).admin.applications.sensitive}</h2>
      <ul class="rows">
        {names.map((scope) => (
          <li>
            <a href={`/admin/approvals/${client.id}/${scope}`}>{scope}</a>
            <ApprovalTag c={c} state={stateOf(scope)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export async function changeApplication(
  c: AppContext,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const wanted = form.get("act") ?? "";
  const wish = Object.hasOwn(acts, wanted) ? acts[wanted] : undefined;
  const { id } = await knownApplication(c.var.site.storage.committed, c.req.param("id"));
  const back = (status: Status) => c.redirect(`/admin/applications/${id}?status=${status}`, 303);
  if (form.stale || !wish) return back("stale");
  const done = await act(c, account, async (all) => {
    const client = await knownApplication(all, id);
    if (wish.change.verified && form.get("seen") !== appearance(client)) return false;
    await all.clients.update(id, wish.change);
    await auditPage(c, all, account, { action: wish.action, target: { kind: "client", id } });
    return true;
  });
  return back(done ? wish.said : "not_verified");
}
