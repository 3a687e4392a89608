import type { Child } from "hono/jsx";
import { messages } from "../../i18n/messages.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { nextPath } from "../../web/next-page.ts";
import { type PersonalPageOptions, personalPage } from "../../web/personal-page.tsx";
import { statusOf } from "../../web/status.ts";

/** The pages of the administration, in the order of their tabs. */
const tabs = [
  ...(["dashboard", "approvals", "applications", "users", "audit", "maintenance"] as const),
  ...(["messages", "scopes", "settings"] as const),
] as const;
export type AdminTab = (typeof tabs)[number];

function pathOf(tab: AdminTab): string {
  return nextPath(tab === "applications" ? "admin_applications" : tab);
}

/** What a page may say after a redirect; addresses carry the name only. */
export type Status = keyof ReturnType<typeof messages>["admin"]["status"] | "stale";

/** What every page of the administration has around its content. */
export function adminPage(
  c: AppContext,
  account: Account,
  options: Pick<PersonalPageOptions, "title" | "status" | "headers" | "keep"> & { readonly tab: AdminTab },
  body: Child,
): Response | Promise<Response> {
  const { tab, ...page } = options;
  const { admin: t, areas } = messages(c.var.locale);
  const pages = tabs.map((name) => ({
    href: pathOf(name),
    text: t.tabs[name],
    current: name === tab,
  }));
  const said = statusOf({ ...areas.status, ...t.status }, c.req.query("status"));
  return personalPage(c, account, { ...page, label: t.title, tabs: pages, said }, body);
}
