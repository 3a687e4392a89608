import { messages } from "../../i18n/messages.ts";
import type { Client } from "../../storage/port/clients.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { Fact, Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/form.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { applicationPage } from "./frame.tsx";

export interface SecretView {
  readonly secret: string;
  readonly said?: "registered";
  readonly next: string;
}

/** A secret, once. The page answers a form, so that no address leads to it, and nothing keeps it. */
export function secretPage(c: AppContext, account: Account, client: Client, view: SecretView) {
  const { developer: t, application } = messages(c.var.locale);
  return applicationPage(
    c,
    account,
    client,
    { tab: "overview", title: t.secret.shownTitle },
    <>
      {view.said && <Notice kind="good">{t.status[view.said]}</Notice>}
      <section class="card">
        <h1>{t.secret.shownTitle}</h1>
        <p class="lead">{t.secret.shownOnce}</p>
        <Facts>
          <Fact label={application.facts.clientId}>
            <code class="secret">{client.id}</code>
          </Fact>
          <Fact label={t.secret.title}>
            <code class="secret">{view.secret}</code>
          </Fact>
        </Facts>
        <CodeBlock text={`MUBAROKAH_CLIENT_ID=${client.id}\nMUBAROKAH_CLIENT_SECRET=${view.secret}`} />
        <p>
          <a class="button" href={view.next}>
            {t.secret.kept}
          </a>
        </p>
      </section>
    </>,
  );
}
