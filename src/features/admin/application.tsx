import { messages } from "../../i18n/messages.ts";
import type { Client } from "../../storage/port/clients.ts";
import { Fact } from "../../ui/facts.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { ApplicationFacts } from "../../web/application-facts.tsx";
import { ApplicationHeading } from "../../web/application-heading.tsx";
import { ApprovalTag } from "../../web/approval-state.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { performOnPage } from "./acts/act.ts";
import { appearance, type applicationChanges, changeApplicationState } from "./acts/change-application.ts";
import { Owner } from "./decision.page.tsx";
import { adminPage, type Status } from "./frame.tsx";
import { applicationHistory } from "./history.tsx";
import { knownApplication, sensitiveScopes } from "./known-application.ts";

/** How the page says what was done. */
const said = {
  verify: "verified",
  unverify: "unverified",
  disable: "disabled",
  enable: "enabled",
} as const satisfies Record<(typeof applicationChanges)[number], Status>;

export async function showApplication(c: AppContext, account: Account): Promise<Response> {
  const { clients, users, scopes } = c.var.site.storage.committed;
  const t = messages(c.var.locale).admin;
  const client = await knownApplication({ clients }, c.req.param("id"));
  const owner = client.ownerId === null ? undefined : await users.find(client.ownerId);
  const standing = await sensitiveScopes({ clients, scopes }, client);
  return adminPage(
    c,
    account,
    { tab: "applications", title: client.name, keep: ["after"] },
    <>
      <section class="card">
        <ApplicationHeading c={c} client={client} />
        <ApplicationFacts c={c} client={client}>
          <Fact label={messages(c.var.locale).application.facts.owner}>
            <Owner nobody={t.decision.nobody} client={client} owner={owner} />
          </Fact>
        </ApplicationFacts>
        <Acts c={c} account={account} client={client} />
      </section>
      <Errors c={c} client={client} />
      <Sensitive c={c} client={client} standing={standing} />
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
        {client.verified ? (
          <button type="submit" name="act" value="unverify" class="quiet">
            {t.unverify}
          </button>
        ) : (
          <button type="submit" name="act" value="verify">
            {t.verify}
          </button>
        )}
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

/** Failing requests are the owner's; where there is none, administrators see them. */
function Errors({ c, client }: { readonly c: AppContext; readonly client: Client }) {
  const { admin, explorer } = messages(c.var.locale);
  const { errorsOfOwner, errorsLead, errorsLink } = admin.applications;
  const ownerless = client.ownerId === null;
  return (
    <section class="card">
      <h2>{explorer.title}</h2>
      <p>{ownerless ? errorsLead : errorsOfOwner}</p>
      {ownerless && (
        <a class="button quiet" href={`/admin/applications/${client.id}/errors`}>
          {errorsLink}
        </a>
      )}
    </section>
  );
}

function Sensitive(props: {
  readonly c: AppContext;
  readonly client: Client;
  readonly standing: Awaited<ReturnType<typeof sensitiveScopes>>;
}) {
  const { c, client, standing } = props;
  if (standing.length === 0) return null;
  return (
    <section class="card">
      <h2>{messages(c.var.locale).admin.applications.sensitive}</h2>
      <ul class="rows">
        {standing.map(({ scope, approval }) => (
          <li>
            <a href={`/admin/approvals/${client.id}/${scope}`}>{scope}</a>
            <ApprovalTag c={c} state={approval?.status ?? "none"} />
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
  const { id } = await knownApplication(c.var.site.storage.committed, c.req.param("id"));
  const back = (status: Status) => c.redirect(`/admin/applications/${id}?status=${status}`, 303);
  const given = { client_id: id, change: form.get("act"), seen: form.get("seen") ?? "" };
  const read = changeApplicationState.input.safeParse(given);
  if (form.stale || !read.success) return back("stale");
  const page = `admin_application.${id}` as const;
  const done = await performOnPage(c, account, changeApplicationState, read.data, page);
  if (done instanceof Response) return done;
  return back(done ? said[read.data.change] : "not_verified");
}
