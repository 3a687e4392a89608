import type { Child } from "hono/jsx";
import { messages } from "../../../i18n/messages.ts";
import type { LimitName, Limits } from "../../../identity/rate-limit.ts";
import { Table } from "../../../ui/table.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { adminPage } from "../frame.tsx";

/** What the process was started with, as an operator may see it: never a secret. */
export interface Operation {
  /** `[variable, value]` */
  readonly settings: readonly (readonly [string, string])[];
  readonly limits: Limits;
}

interface Listing {
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Child[])[];
}

/** One of the two pages below one tab. */
function listingPage(c: AppContext, account: Account, { title, lead, columns, rows }: Listing) {
  const { settings, limits } = messages(c.var.locale).adminOperation;
  const pages = [
    ["/admin/settings", settings.title],
    ["/admin/limits", limits.title],
  ] as const;
  return adminPage(
    c,
    account,
    { tab: "settings", title },
    <section class="card">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <nav class="tabs" aria-label={settings.pages}>
        {pages.map(([href, text]) => (
          <a href={href} aria-current={c.req.path === href ? "page" : undefined}>
            {text}
          </a>
        ))}
      </nav>
      <Table caption={title} columns={columns} rows={rows} />
    </section>,
  );
}

/** Settings are the environment's: they are shown here and changed where the server is started. */
export function settingsPage(c: AppContext, { settings }: Operation, account: Account) {
  const t = messages(c.var.locale).adminOperation.settings;
  const rows = settings.map(([name, value]) => [<code>{name}</code>, <bdi>{value || t.unset}</bdi>]);
  return listingPage(c, account, { title: t.title, lead: t.lead, columns: [t.name, t.value], rows });
}

export function limitsPage(c: AppContext, { limits }: Operation, account: Account) {
  const t = messages(c.var.locale).adminOperation.limits;
  const rows = (Object.keys(limits) as LimitName[]).map((name) => {
    const { count, window } = limits[name];
    return [
      <>
        {t.about[name]}
        <br />
        <code>{name}</code>
      </>,
      count === 0 ? t.off : t.times(count),
      t.seconds(window),
    ];
  });
  return listingPage(c, account, {
    title: t.title,
    lead: t.lead,
    columns: [t.what, t.count, t.window],
    rows,
  });
}
