import type { Child } from "hono/jsx";
import { messages } from "../../../i18n/messages.ts";
import type { Client } from "../../../storage/port/clients.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { applicationPage } from "../frame.tsx";

/** Whose sign-in it is, and of which application. */
export interface Trial {
  readonly c: AppContext;
  readonly account: Account;
  readonly client: Client;
}

/** A page of a sign-in that is tried out: its heading stands in the first card. */
export function tryPage({ c, account, client }: Trial, first: Child, rest?: Child, status = 200) {
  const t = messages(c.var.locale).tryIt;
  return applicationPage(
    c,
    account,
    client,
    { tab: "try", title: t.title, status },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        {first}
      </section>
      {rest}
    </>,
  );
}
