import type { Child } from "hono/jsx";
import { messages } from "../../i18n/messages.ts";
import { Avatar, Notice } from "../../ui/form.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { nextPath } from "../../web/next-page.ts";
import { type PageOptions, renderPage } from "../../web/page.tsx";
import { statusOf } from "./status.ts";

const tabs = ["account", "password", "sessions", "applications"] as const;
export type Tab = (typeof tabs)[number];

/** What every account page has around its content: whose account it is, the other pages, what was just done. */
export function accountPage(
  c: AppContext,
  { user }: Account,
  options: Pick<PageOptions, "title" | "status" | "headers"> & { readonly tab: Tab },
  body: Child,
): Response | Promise<Response> {
  const { tab, ...page } = options;
  const t = messages(c.var.locale).account;
  const said = statusOf(t.status, c.req.query("status"));
  return renderPage(
    c,
    { ...page, width: "wide" },
    <>
      <div class="who">
        <Avatar name={user.name} />
        <p>
          <strong>{user.name}</strong>
          <small>{user.email ?? user.phoneNumber ?? user.username}</small>
        </p>
        <a href="/logout">{t.signOut}</a>
      </div>
      <nav class="tabs" aria-label={t.tabs.label}>
        {tabs.map((name) => (
          <a href={nextPath(name)} aria-current={name === tab ? "page" : undefined}>
            {t.tabs[name]}
          </a>
        ))}
      </nav>
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {body}
    </>,
  );
}

/** Hidden fields of every form here: the browser's token, and the account that the page was shown for. */
export function AccountFields({ c, account }: { readonly c: AppContext; readonly account: Account }) {
  return (
    <>
      <CsrfField c={c} />
      <input type="hidden" name="user" value={String(account.user.id)} />
    </>
  );
}

/** A moment in the reader's language; the server does not know the reader's clock, so it says which one it means. */
export function Moment({ c, at }: { readonly c: AppContext; readonly at: number }) {
  const format = new Intl.DateTimeFormat(c.var.locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return <time datetime={new Date(at).toISOString()}>{`${format.format(at)} UTC`}</time>;
}
