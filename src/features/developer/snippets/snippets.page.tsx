import { messages } from "../../../i18n/messages.ts";
import type { Client } from "../../../storage/port/clients.ts";
import { CodeBlock } from "../../../ui/code-block.tsx";
import { Filter } from "../../../ui/filter.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { applicationPage, pathOf } from "../frame.tsx";
import { tryCallback } from "../try/callback-uri.ts";
import { languageNames, snippetsFor } from "./snippets.ts";
import { valuesOf } from "./values.ts";

/** Code to paste, with the application's own values; the language is picked by `?for=`. */
export function showSnippets(c: AppContext, account: Account, client: Client) {
  const t = messages(c.var.locale).developer.snippets;
  const { issuer } = c.var.site;
  const snippets = snippetsFor(valuesOf(client, issuer, tryCallback(issuer)));
  const languages = [...snippets.keys()];
  const [first = "curl"] = languages;
  const language = languages.find((name) => name === c.req.query("for")) ?? first;
  return applicationPage(
    c,
    account,
    client,
    { tab: "snippets", title: t.title, keep: ["for"] },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{client.confidential ? t.lead : t.leadPublic}</p>
      <Filter
        label={t.languages}
        path={pathOf(client, "/code")}
        name="for"
        current={language}
        choices={languages.map((name) => [name, languageNames[name]] as const)}
      />
      <CodeBlock text={snippets.get(language) ?? ""} />
      <p class="muted">{t.errors}</p>
    </section>,
  );
}
