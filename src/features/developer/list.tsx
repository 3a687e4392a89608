import { messages } from "../../i18n/messages.ts";
import { ApplicationRows } from "../../web/application-rows.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { placeAsked } from "../../web/cursor.ts";
import { Pager, shownOf } from "../../web/pager.tsx";
import { listPage, pathOf } from "./frame.tsx";

const pageSize = 20;

/** One's own applications, newest first. */
export async function showList(c: AppContext, account: Account, open: boolean): Promise<Response> {
  const t = messages(c.var.locale).developer;
  const list = `applications of ${account.user.id}`;
  const place = placeAsked(c, list);
  const before = place && { createdAt: Number(place[0]), id: String(place[1]) };
  const found = await c.var.site.storage.committed.clients.page(
    { ownerId: account.user.id },
    pageSize + 1,
    before,
  );
  const { entries, last } = shownOf(found, pageSize);
  return listPage(
    c,
    account,
    { tab: "list", title: t.listTitle },
    <section class="card">
      <div class="heading">
        <h1>{t.listTitle}</h1>
        {open && (
          <a class="button" href="/developer/new">
            {t.register}
          </a>
        )}
      </div>
      <p>{entries.length > 0 ? t.listLead : t.none}</p>
      {!open && <p class="muted">{t.closed}</p>}
      <ApplicationRows c={c} clients={entries} href={(client) => pathOf(client)} />
      <Pager c={c} list={list} next={last && [last.createdAt, last.id]} />
    </section>,
  );
}
