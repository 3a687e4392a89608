import type { Child } from "hono/jsx";
import { messages } from "../../i18n/messages.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { nextPath } from "../../web/next-page.ts";
import { type PersonalPageOptions, personalPage } from "../../web/personal-page.tsx";
import { statusOf } from "../../web/status.ts";

const tabs = ["account", "password", "security", "sessions", "applications"] as const;
export type Tab = (typeof tabs)[number];

/** What every account page has around its content: the other pages, and what was just done. */
export function accountPage(
  c: AppContext,
  account: Account,
  options: Pick<PersonalPageOptions, "title" | "status" | "headers" | "script" | "keep"> & {
    readonly tab: Tab;
  },
  body: Child,
): Response | Promise<Response> {
  const { tab, ...page } = options;
  const { account: t, areas } = messages(c.var.locale);
  const pages = tabs.map((name) => ({ href: nextPath(name), text: t.tabs[name], current: name === tab }));
  const said = statusOf({ ...areas.status, ...t.status }, c.req.query("status"));
  return personalPage(c, account, { ...page, label: t.tabs.label, tabs: pages, said }, body);
}
