import { messages } from "../../i18n/messages.ts";
import { momentText } from "../../i18n/moment.ts";
import { secretsInForce } from "../../protocol/client-authentication/secret.ts";
import type { Client, ClientWithSecrets } from "../../storage/port/clients.ts";
import { Notice } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { ApplicationFacts } from "../../web/application-facts.tsx";
import { ApplicationHeading } from "../../web/application-heading.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { applicationPage, pathOf } from "./frame.tsx";
import { historyOf } from "./history.tsx";
import { sensitiveScopesOf } from "./sensitive-scopes.tsx";

export async function showOverview(
  c: AppContext,
  account: Account,
  client: ClientWithSecrets,
): Promise<Response> {
  const t = messages(c.var.locale).developer;
  return applicationPage(
    c,
    account,
    client,
    { tab: "overview", title: client.name, keep: ["after"] },
    <>
      <section class="card">
        <ApplicationHeading c={c} client={client} />
        {client.status === "disabled" && (
          <Notice>
            {t.disabledNote} {client.disabledByAdmin && t.disabledByAdmin}
          </Notice>
        )}
        {!client.verified && <p class="muted">{t.unverifiedNote}</p>}
        <ApplicationFacts c={c} client={client} />
      </section>
      <Secrets c={c} client={client} />
      {await sensitiveScopesOf(c, client)}
      {await historyOf(c, account, client)}
      <Ends c={c} account={account} client={client} />
    </>,
  );
}

function Secrets({ c, client }: { readonly c: AppContext; readonly client: ClientWithSecrets }) {
  const t = messages(c.var.locale).developer.secret;
  const ending = secretsInForce(client, c.var.site.clock()).find(({ expiresAt }) => expiresAt !== null);
  return (
    <section class="card">
      <h2>{t.title}</h2>
      {!client.confidential && <p>{t.none}</p>}
      {client.confidential && (
        <>
          <p>{ending?.expiresAt == null ? t.one : t.until(momentText(c.var.locale, ending.expiresAt))}</p>
          <a class="button quiet" href={pathOf(client, "/secret")}>
            {t.link}
          </a>
        </>
      )}
    </section>
  );
}

/** How an application ends: for a while, or for good. */
function Ends(props: { readonly c: AppContext; readonly account: Account; readonly client: Client }) {
  const { c, account, client } = props;
  const t = messages(c.var.locale).developer;
  const active = client.status === "active";
  return (
    <section class="card">
      <form method="post" action={pathOf(client, "/status")}>
        <AccountFields c={c} account={account} />
        <div class="actions">
          {!client.disabledByAdmin && (
            <button type="submit" name="status" value={active ? "disabled" : "active"} class="quiet">
              {active ? t.disable : t.enable}
            </button>
          )}
          <a class="button quiet" href={pathOf(client, "/delete")}>
            {t.deletion.link}
          </a>
        </div>
      </form>
    </section>
  );
}
