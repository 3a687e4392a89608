import { messages } from "../../i18n/messages.ts";
import type { AuditTarget } from "../../storage/port/audit.ts";
import { AuditEntries } from "../../web/audit-entries.tsx";
import type { AppContext } from "../../web/context.ts";
import { placeAsked } from "../../web/cursor.ts";
import { Pager, shownOf } from "../../web/pager.tsx";
import { actorsOf } from "./people.tsx";

const pageSize = 10;

/** Everything that was done to something, with who did it. */
export async function historyOf(c: AppContext, target: AuditTarget, title: string) {
  const list = `admin history of ${target.kind} ${target.id}`;
  const place = placeAsked(c, list);
  const before = place && { at: Number(place[0]), id: String(place[1]) };
  const { audit } = c.var.site.storage.committed;
  const found = await audit.list({ target }, pageSize + 1, before);
  const { entries, last } = shownOf(found, pageSize);
  return (
    <section class="card" id="history">
      <h2>{title}</h2>
      <AuditEntries c={c} entries={entries} by={await actorsOf(c, entries)} />
      <Pager c={c} list={list} next={last && [last.at, last.id]} />
    </section>
  );
}

export function applicationHistory(c: AppContext, clientId: string) {
  const title = messages(c.var.locale).admin.decision.history;
  return historyOf(c, { kind: "client", id: clientId }, title);
}
