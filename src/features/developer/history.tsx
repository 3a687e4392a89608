import { messages } from "../../i18n/messages.ts";
import type { AuditEntry } from "../../storage/port/audit.ts";
import type { Client } from "../../storage/port/clients.ts";
import { AuditEntries } from "../../web/audit-entries.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { placeAsked } from "../../web/cursor.ts";
import { Pager, shownOf } from "../../web/pager.tsx";

const pageSize = 10;

/** Who did it, as the developer may know: admins have no names here, and addresses are shown to whom they belong. */
function by(c: AppContext, { user }: Account, { actorId, via, ip }: AuditEntry): string {
  const t = messages(c.var.locale).audit;
  if (actorId === user.id) return ip === null ? t.by.you : `${t.by.you} ${t.from(ip)}`;
  if (actorId !== null) return t.by.administrator;
  return via === "command_line" ? t.by.operator : t.by.server;
}

/** What was done with an application, by whomever. */
export async function historyOf(c: AppContext, account: Account, { id }: Client) {
  const t = messages(c.var.locale).audit;
  const list = `history of ${id}`;
  const place = placeAsked(c, list);
  const before = place && { at: Number(place[0]), id: String(place[1]) };
  const found = await c.var.site.storage.committed.audit.list(
    { target: { kind: "client", id } },
    pageSize + 1,
    before,
  );
  const { entries, last } = shownOf(found, pageSize);
  return (
    <section class="card" id="history">
      <h2>{t.title}</h2>
      <AuditEntries c={c} entries={entries} by={(entry) => by(c, account, entry)} />
      <Pager c={c} list={list} next={last && [last.at, last.id]} />
    </section>
  );
}
