import type { Child } from "hono/jsx";
import { messages } from "../i18n/messages.ts";
import { isAtLeast } from "../identity/role.ts";
import { Avatar, Notice } from "../ui/form.tsx";
import { ltr } from "../ui/ltr.tsx";
import type { Account } from "./browser-session.ts";
import type { AppContext } from "./context.ts";
import { type PageOptions, renderPage } from "./page.tsx";
import type { Said } from "./status.ts";

export interface Tab {
  readonly href: string;
  readonly text: string;
  readonly current: boolean;
}

export interface PersonalPageOptions
  extends Pick<PageOptions, "title" | "status" | "headers" | "script" | "keep" | "formTarget"> {
  /** What the tabs are about. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** What was just done. */
  readonly said?: Said | undefined;
}

/** A page of somebody who is signed in: whose account it is, the areas they may enter, the area's own pages, the content. */
export function personalPage(
  c: AppContext,
  account: Account,
  options: PersonalPageOptions,
  body: Child,
): Response | Promise<Response> {
  const { label, tabs, said, ...page } = options;
  return renderPage(
    c,
    { ...page, width: "wide", times: true },
    <>
      <Who c={c} account={account} />
      <nav class="tabs" aria-label={label}>
        {tabs.map(({ href, text, current }) => (
          <a href={href} aria-current={current ? "page" : undefined}>
            {text}
          </a>
        ))}
      </nav>
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {body}
    </>,
  );
}

function Who({ c, account: { user } }: { readonly c: AppContext; readonly account: Account }) {
  const t = messages(c.var.locale).areas;
  const areas = [
    { href: "/account", text: t.account },
    { href: "/developer", text: t.developer },
    ...(isAtLeast(user.role, "admin") ? [{ href: "/admin", text: t.admin }] : []),
  ];
  const current = (href: string) => c.req.path === href || c.req.path.startsWith(`${href}/`);
  return (
    <div class="who">
      <Avatar name={user.name} picture={user.picture} />
      <p>
        <strong>
          <bdi>{user.name}</bdi>
        </strong>
        <small>{ltr(user.email ?? user.phoneNumber ?? user.username)}</small>
      </p>
      <nav class="areas" aria-label={t.label}>
        {areas.map(({ href, text }) => (
          <a href={href} aria-current={current(href) ? "true" : undefined}>
            {text}
          </a>
        ))}
        <a href="/logout">{t.signOut}</a>
      </nav>
    </div>
  );
}
