import { messages } from "../../i18n/messages.ts";
import { scopeText } from "../../i18n/scope-text.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { Consent } from "../../storage/port/consents.ts";
import { AccountFields } from "../../web/account-fields.tsx";
import { act } from "../../web/act.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { Moment } from "../../web/moment.tsx";
import { accountPage } from "./frame.tsx";
import { backTo } from "./with-account.ts";

interface Connection {
  readonly consent: Consent;
  readonly client: Client;
}

async function connectionsOf(c: AppContext, userId: number): Promise<readonly Connection[]> {
  const { consents, clients } = c.var.site.storage.committed;
  const given = await consents.list(userId);
  const found = await Promise.all(
    given.map(async (consent) => ({ consent, client: await clients.find(consent.clientId) })),
  );
  return found.flatMap(({ consent, client }) => (client ? [{ consent, client }] : []));
}

export async function showApplications(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).account.applications;
  const connections = await connectionsOf(c, account.user.id);
  return accountPage(
    c,
    account,
    { tab: "applications", title: t.title },
    <section class="card">
      <h1>{t.title}</h1>
      <p>{connections.length > 0 ? t.lead : t.none}</p>
      <form method="post" action="/account/applications">
        <AccountFields c={c} account={account} />
        <ul class="plain">
          {connections.map((connection) => (
            <ConnectionItem c={c} connection={connection} />
          ))}
        </ul>
      </form>
    </section>,
  );
}

function ConnectionItem({ c, connection }: { readonly c: AppContext; readonly connection: Connection }) {
  const t = messages(c.var.locale).account.applications;
  const { client, consent } = connection;
  return (
    <li>
      <h2>
        <bdi>{client.name}</bdi>
      </h2>
      {!client.verified && <p class="tag warning">{t.unverified}</p>}
      <ul>
        {consent.scopes.map((scope) => (
          <li>{scopeText(c.var.locale, scope)}</li>
        ))}
      </ul>
      <p class="muted">
        {t.since} <Moment c={c} at={consent.grantedAt} /> · {t.lastUse}{" "}
        <Moment c={c} at={consent.lastUsedAt} />
      </p>
      <button type="submit" name="application" value={client.id} class="danger">
        {t.revoke(client.name)}
      </button>
    </li>
  );
}

/** In one write: the consent and every token that came of it. */
export async function removeAccess(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const clientId = form.get("application");
  if (form.stale || clientId === undefined) return backTo(c, "applications", "stale");
  const now = c.var.site.clock();
  await act(c, account, async ({ consents, authorizations }, { id }) => {
    await consents.revoke(id, clientId);
    await authorizations.revokeAll(id, "consent_revoked", now, clientId);
  });
  return backTo(c, "applications", "access_removed");
}
