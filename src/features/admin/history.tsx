import { messages } from "../../i18n/messages.ts";
import type { AuditTarget } from "../../storage/port/audit.ts";
import { AuditEntries } from "../../web/audit-entries.tsx";
import type { AppContext } from "../../web/context.ts";
import { placeAsked } from "../../web/cursor.ts";
import { Pager } from "../../web/pager.tsx";
import { auditPage } from "./lists.ts";
import { actorsOf } from "./people.tsx";

const pageSize = 10;

/** Everything that was done to something, with who did it. */
export async function historyOf(c: AppContext, target: AuditTarget, title: string) {
  const list = `admin history of ${target.kind} ${target.id}`;
  const page = { size: pageSize, place: placeAsked(c, list) };
  const { entries, next } = await auditPage(c.var.site, { target }, page);
  return (
    <section class="card" id="history">
      <h2>{title}</h2>
      <AuditEntries c={c} entries={entries} by={await actorsOf(c, entries)} />
      <Pager c={c} list={list} next={next} />
    </section>
  );
}

export function applicationHistory(c: AppContext, clientId: string) {
  const title = messages(c.var.locale).admin.decision.history;
  return historyOf(c, { kind: "client", id: clientId }, title);
}
