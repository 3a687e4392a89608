import type { Family } from "../../errors/definition.ts";
import { errorUri } from "../../errors/error-uri.ts";
import { codeTexts } from "../../errors/translations.ts";
import { messages } from "../../i18n/messages.ts";
import { Field } from "../../ui/form.tsx";
import { ltr } from "../../ui/ltr.tsx";
import { Prose } from "../../ui/prose.tsx";
import type { AppContext } from "../../web/context.ts";
import { renderPage } from "../../web/page.tsx";
import { type IndexEntry, search } from "./search.ts";

const families: readonly Family[] = ["oauth", "api"];

/** Every code in a table; searching is a plain GET form, so it works without scripts. */
export function indexPage(c: AppContext): Response | Promise<Response> {
  const { locale } = c.var;
  const t = messages(locale).docs;
  const query = c.req.query("q")?.trim() ?? "";
  const found = search(query, locale);
  const count = found.reduce((sum, entry) => sum + entry.reasons.length, 0);
  return renderPage(
    c,
    { title: t.title, width: "wide", shared: c.req.query("ui_locales") === undefined },
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p class="docs-prose">
        <Prose text={t.howTo} /> {t.machine} <a href="/docs/errors.json">{ltr("/docs/errors.json")}</a>
      </p>
      <search>
        <form class="docs-search" method="get" action="/docs/errors">
          <Field name="q" label={t.search} value={query} maxlength={100} />
          <button type="submit">{t.submit}</button>
        </form>
      </search>
      {query !== "" && (
        <p role="status">
          {count > 0 ? t.found(count) : t.nothing} <a href="/docs/errors">{t.all}</a>
        </p>
      )}
      {count === 0 && (
        <p>
          {t.ofTheSdk} <a href="/docs/sdk#errors-of-its-own">{ltr("/docs/sdk")}</a>
        </p>
      )}
      {families.map((family) => (
        <FamilyTable c={c} family={family} entries={found.filter((e) => e.definition.family === family)} />
      ))}
    </>,
  );
}

function FamilyTable(props: { c: AppContext; family: Family; entries: readonly IndexEntry[] }) {
  const t = messages(props.c.var.locale).docs;
  if (props.entries.length === 0) return null;
  return (
    <section class="card">
      <h2>
        {t.families[props.family]} <span class="muted">{t.familyPaths[props.family]}</span>
      </h2>
      <table class="docs-codes">
        <thead>
          <tr>
            <th scope="col">{t.code}</th>
            <th scope="col">{t.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {props.entries.map((entry) => (
            <CodeRow c={props.c} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CodeRow({ c, entry }: { c: AppContext; entry: IndexEntry }) {
  const { definition, reasons } = entry;
  const { locale } = c.var;
  const t = messages(locale).docs;
  return (
    <tr>
      <td>
        <a href={`/docs/errors/${definition.code}`}>
          <code>{definition.code}</code>
        </a>
        <br />
        <span class="muted">{definition.status === 302 ? t.redirect : definition.status}</span>
      </td>
      <td>
        <p>{codeTexts(definition, locale).description}</p>
        <ul class="docs-reasons">
          {reasons.map((reason) => (
            <li>
              <a href={errorUri("", { code: definition.code, reason })}>
                <code>{reason}</code>
              </a>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
