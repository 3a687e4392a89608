import type { CodeDefinition } from "../../../errors/definition.ts";
import { codeTexts } from "../../../errors/translations.ts";
import { everyCode } from "../../../errors/walk.ts";
import { messages } from "../../../i18n/messages.ts";
import type { Client } from "../../../storage/port/clients.ts";
import { Prose } from "../../../ui/prose.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { applicationPage, pathOf } from "../frame.tsx";
import { testersOf } from "./testers.tsx";

interface Lab {
  readonly c: AppContext;
  readonly account: Account;
  readonly client: Client;
}

/** What a test application is, whom it lets in, and every error it can have. */
export async function showLab(c: AppContext, account: Account, client: Client): Promise<Response> {
  const t = messages(c.var.locale).lab;
  return applicationPage(
    c,
    account,
    client,
    { tab: "lab", title: t.title },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>{client.test ? t.marked : t.unmarked}</p>
        <MarkForm c={c} account={account} client={client} />
        <p>
          <a href="/docs/error-lab">{t.manual}</a>
        </p>
      </section>
      {client.test && (await testersOf(c, account, client))}
      {client.test && <Errors c={c} client={client} />}
    </>,
  );
}

function MarkForm({ c, account, client }: Lab) {
  const t = messages(c.var.locale).lab;
  return (
    <form method="post" action={pathOf(client, "/lab/mark")}>
      <AccountFields c={c} account={account} />
      <div class="actions">
        <button type="submit" name="test" value={client.test ? "off" : "on"} class="quiet">
          {client.test ? t.unmark : t.mark}
        </button>
      </div>
    </form>
  );
}

/** Each code opens into its reasons: a hundred at once help nobody. */
function Errors({ c, client }: Omit<Lab, "account">) {
  const t = messages(c.var.locale).lab;
  return (
    <section class="card">
      <h2>{t.errors}</h2>
      <p>{t.errorsLead}</p>
      {everyCode().map((definition) => (
        <details>
          <summary>
            <code>{definition.code}</code>{" "}
            <small class="muted">{definition.family === "oauth" ? "/oauth" : "/api"}</small>
          </summary>
          <Reasons c={c} client={client} definition={definition} />
        </details>
      ))}
    </section>
  );
}

function Reasons(props: {
  readonly c: AppContext;
  readonly client: Client;
  readonly definition: CodeDefinition;
}) {
  const { c, client, definition } = props;
  const t = messages(c.var.locale).lab;
  const texts = codeTexts(definition, c.var.locale);
  return (
    <ul class="rows">
      {Object.entries(texts.reasons).map(([reason, { description }]) => (
        <li>
          <div>
            <code>{reason}</code>
            <p class="muted">
              <Prose text={description} />
            </p>
          </div>
          <a
            class="button quiet"
            href={pathOf(client, `/lab/${definition.code}/${reason}`)}
            aria-label={t.makeNamed(reason)}
          >
            {t.make}
          </a>
        </li>
      ))}
    </ul>
  );
}
