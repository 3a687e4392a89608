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

/** Settings are the environment's: they are shown here and changed where the server is started. */
export function settingsPage(c: AppContext, { settings }: Operation, account: Account) {
  const t = messages(c.var.locale).adminOperation.settings;
  const rows = settings.map(([name, value]) => [<code>{name}</code>, <bdi>{value}</bdi>]);
  return adminPage(
    c,
    account,
    { tab: "settings", title: t.title },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Table caption={t.title} columns={[t.name, t.value]} rows={rows} />
    </section>,
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
        <code>{name}</code>
      </>,
      count === 0 ? t.off : t.times(count),
      t.seconds(window),
    ];
  });
  return adminPage(
    c,
    account,
    { tab: "limits", title: t.title },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Table caption={t.title} columns={[t.what, t.count, t.window]} rows={rows} />
    </section>,
  );
}
