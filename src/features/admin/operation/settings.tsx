import type { Child } from "hono/jsx";
import { messages } from "../../../i18n/messages.ts";
import type { LimitName, Limits } from "../../../identity/rate-limit.ts";
import { ltr } from "../../../ui/ltr.tsx";
import { ProgramName } from "../../../ui/name.tsx";
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
}

/** One of the two pages below one tab. */
function listingPage(c: AppContext, account: Account, { title, lead }: Listing, list: Child) {
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
      {list}
    </section>,
  );
}

/** Settings are the environment's: they are shown here and changed where the server is started. */
export function settingsPage(c: AppContext, { settings }: Operation, account: Account) {
  const t = messages(c.var.locale).adminOperation.settings;
  return listingPage(
    c,
    account,
    t,
    <dl class="facts row">
      {settings.map(([name, value]) => (
        <div>
          <dt>
            <ProgramName name={name} />
          </dt>
          <dd>{value ? ltr(value) : t.unset}</dd>
        </div>
      ))}
    </dl>,
  );
}

export function limitsPage(c: AppContext, { limits }: Operation, account: Account) {
  const t = messages(c.var.locale).adminOperation.limits;
  const rows = (Object.keys(limits) as LimitName[]).map((name) => {
    const { count, window } = limits[name];
    return [
      <>
        {t.about[name]}
        <br />
        <ProgramName name={name} />
      </>,
      count === 0 ? t.off : t.times(count),
      t.seconds(window),
    ];
  });
  return listingPage(
    c,
    account,
    t,
    <Table caption={t.title} columns={[t.what, t.count, t.window]} rows={rows} />,
  );
}
