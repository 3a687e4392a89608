import { messages } from "../../i18n/messages.ts";
import { ltr } from "../../ui/ltr.tsx";
import type { AppContext } from "../../web/context.ts";
import { renderPage } from "../../web/page.tsx";
import type { OutboxEntry } from "./outbox.routes.ts";

export function outboxPage(c: AppContext, entries: readonly OutboxEntry[]): Response | Promise<Response> {
  const t = messages(c.var.locale).outbox;
  return renderPage(
    c,
    { title: t.title, width: "wide" },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p class="lead">{entries.length > 0 ? t.lead : t.empty}</p>
      </section>
      {entries.map((entry) => (
        <article class="card" id={entry.id}>
          <h2>{entry.subject}</h2>
          <p>
            {t.to(entry.to)} · <time datetime={entry.at}>{entry.at}</time>
          </p>
          <pre dir="auto">{entry.text}</pre>
          {entry.link && (
            <p>
              <a href={entry.link}>{ltr(entry.link)}</a>
            </p>
          )}
        </article>
      ))}
    </>,
  );
}
