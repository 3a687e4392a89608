import { messages } from "../../i18n/messages.ts";
import type { ApprovalStatus } from "../../storage/port/clients.ts";
import { Filter } from "../../ui/filter.tsx";
import { ApprovalTag } from "../../web/approval-state.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { placeAsked } from "../../web/cursor.ts";
import { Moment } from "../../web/moment.tsx";
import { Pager, shownOf } from "../../web/pager.tsx";
import { adminPage } from "./frame.tsx";

const states = ["pending", "approved", "rejected", "withdrawn"] as const satisfies readonly ApprovalStatus[];
const pageSize = 20;

/** Approvals in one state; those that wait for a decision unless asked otherwise. */
export async function showQueue(c: AppContext, account: Account): Promise<Response> {
  const all = messages(c.var.locale);
  const t = all.admin.queue;
  const state = states.find((name) => name === c.req.query("state")) ?? "pending";
  const list = `approvals ${state}`;
  const place = placeAsked(c, list);
  const after = place && {
    updatedAt: Number(place[0]),
    clientId: String(place[1]),
    scope: String(place[2]),
  };
  const found = await c.var.site.storage.committed.clients.queue(state, pageSize + 1, after);
  const { entries, last } = shownOf(found, pageSize);
  const choices = states.map((name) => [name, all.application.approval.states[name]] as const);
  return adminPage(
    c,
    account,
    { tab: "approvals", title: t.title, keep: ["state", "after"] },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Filter label={t.states} path="/admin/approvals" name="state" current={state} choices={choices} />
      {entries.length === 0 && <p>{t.none}</p>}
      <ul class="rows">
        {entries.map(({ approval, client }) => (
          <li>
            <div>
              <h2>
                <a href={`/admin/approvals/${client.id}/${approval.scope}`}>{client.name}</a>
              </h2>
              <code>{approval.scope}</code>
            </div>
            <p class="muted">
              <Moment c={c} at={approval.updatedAt} /> <ApprovalTag c={c} state={approval.status} />
            </p>
          </li>
        ))}
      </ul>
      <Pager
        c={c}
        list={list}
        filter={{ state }}
        next={last && [last.approval.updatedAt, last.approval.clientId, last.approval.scope]}
      />
    </section>,
  );
}
