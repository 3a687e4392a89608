import type { Child } from "hono/jsx";
import { messages } from "../../i18n/messages.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { type PersonalPageOptions, personalPage } from "../../web/personal-page.tsx";
import { statusOf } from "../../web/status.ts";

type Options<Tab> = Pick<PersonalPageOptions, "title" | "status" | "headers" | "keep" | "formTarget"> & {
  readonly tab: Tab;
};

/** What a page may say after a redirect; addresses carry the name only. */
export type Status = keyof ReturnType<typeof messages>["developer"]["status"] | "stale";

function said(c: AppContext) {
  const { developer, areas } = messages(c.var.locale);
  return statusOf({ ...areas.status, ...developer.status }, c.req.query("status"));
}

const listTabs = { list: "/developer", new: "/developer/new" } as const;

/** A page about all of one's applications. */
export function listPage(
  c: AppContext,
  account: Account,
  { tab, ...page }: Options<keyof typeof listTabs>,
  body: Child,
) {
  const { developer: t, areas } = messages(c.var.locale);
  const tabs = Object.entries(listTabs).map(([name, href]) => ({
    href,
    text: t.tabs[name as keyof typeof listTabs],
    current: name === tab,
  }));
  return personalPage(c, account, { ...page, label: areas.developer, tabs, said: said(c) }, body);
}

/** The pages of one application, by the end of their path. */
const applicationTabs = {
  overview: "",
  edit: "/edit",
  snippets: "/code",
  try: "/try",
  errors: "/errors",
  lab: "/lab",
} as const;

export function pathOf({ id }: Pick<Client, "id">, end = ""): string {
  return `/developer/applications/${id}${end}`;
}

/** A page about one application. */
export function applicationPage(
  c: AppContext,
  account: Account,
  client: Client,
  { tab, ...page }: Options<keyof typeof applicationTabs>,
  body: Child,
) {
  const t = messages(c.var.locale).developer;
  const own = Object.entries(applicationTabs).map(([name, end]) => ({
    href: pathOf(client, end),
    text: t.tabs[name as keyof typeof applicationTabs],
    current: name === tab,
  }));
  const tabs = [{ href: "/developer", text: t.tabs.list, current: false }, ...own];
  return personalPage(c, account, { ...page, label: client.name, tabs, said: said(c) }, body);
}

/** After a form: the application's page anew, with one sentence about what happened. */
export function backTo(c: AppContext, client: Pick<Client, "id">, status: Status): Response {
  return c.redirect(`${pathOf(client)}?status=${status}`, 303);
}
