import { STATUS_CODES } from "node:http";
import type { CodeDefinition } from "../../errors/definition.ts";
import { codeTexts } from "../../errors/translations.ts";
import { messages } from "../../i18n/messages.ts";
import { ltr } from "../../ui/ltr.tsx";
import { Prose } from "../../ui/prose.tsx";
import type { AppContext } from "../../web/context.ts";
import { renderPage } from "../../web/page.tsx";
import { reasonGroups } from "./reason-groups.ts";
import { ReasonSection } from "./reason-section.tsx";
import { sample, sampleReason } from "./sample.ts";
import { otherStatuses } from "./statuses.ts";

/** One page a code; with a request id the way to it for its owner, whether or not there was such a request. */
export function codePage(
  c: AppContext,
  definitions: readonly CodeDefinition[],
  requestId?: string,
): Response | Promise<Response> {
  const t = messages(c.var.locale).docs;
  const code = definitions[0]?.code ?? "";
  const groups = reasonGroups(definitions);
  return renderPage(
    c,
    {
      title: code,
      width: "wide",
      shared: requestId === undefined && c.req.query("ui_locales") === undefined,
      keep: requestId === undefined ? [] : ["request"],
    },
    <>
      <p>
        <a href="/docs/errors">{t.back}</a>
      </p>
      <h1>
        <code>{code}</code>
      </h1>
      {requestId !== undefined && (
        <p class="notice">
          <a href={`/developer/errors/${requestId}`}>{messages(c.var.locale).explorer.yours}</a>
        </p>
      )}
      {definitions.map((definition) => (
        <CodeIntroduction c={c} definition={definition} />
      ))}
      <h2>{t.reasons}</h2>
      <ul class="docs-reasons">
        {groups.map(({ reason }) => (
          <li>
            <a href={`#${reason}`}>
              <code>{reason}</code>
            </a>
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <ReasonSection c={c} group={group} />
      ))}
    </>,
  );
}

function statusText(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ""}`;
}

function CodeIntroduction({ c, definition }: { c: AppContext; definition: CodeDefinition }) {
  const t = messages(c.var.locale).docs;
  const texts = codeTexts(definition, c.var.locale);
  const others = otherStatuses(definition);
  return (
    <section class="card">
      <p class="muted">
        {t.familyPaths[definition.family]} · {t.status} {ltr(statusText(definition.status))}
        {others.length > 0 && (
          <>
            {" "}
            · {t.alsoAs} {ltr(others.map(statusText).join(", "))}
          </>
        )}
      </p>
      <p class="lead">
        <Prose text={texts.description} />
      </p>
      <h2>{t.whatToDo}</h2>
      <p class="docs-prose">
        <Prose text={texts.resolution} />
      </p>
      <details open>
        <summary>
          {t.sample} (<code>{sampleReason(definition)}</code>)
        </summary>
        <pre class="docs-sample" dir="ltr">
          {sample(definition, c.var.site)}
        </pre>
      </details>
    </section>
  );
}
