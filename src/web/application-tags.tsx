import type { Locale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import type { Client } from "../storage/port/clients.ts";

/** What one has to know of an application at first glance. */
export function ApplicationTags({ locale, client }: { readonly locale: Locale; readonly client: Client }) {
  const t = messages(locale).application.tags;
  return (
    <div class="tags">
      {client.status === "disabled" && <span class="tag danger">{t.disabled}</span>}
      <span class={client.verified ? "tag good" : "tag warning"}>
        {client.verified ? t.verified : t.unverified}
      </span>
      {client.test && <span class="tag warning">{t.test}</span>}
      <span class="tag">{client.confidential ? t.confidential : t.public}</span>
    </div>
  );
}
