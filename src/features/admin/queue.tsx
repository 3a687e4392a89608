import { messages } from "../../i18n/messages.ts";
import { Filter } from "../../ui/filter.tsx";
import { ApprovalTag } from "../../web/approval-state.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { placeAsked } from "../../web/cursor.ts";
import { Moment } from "../../web/moment.tsx";
import { Pager } from "../../web/pager.tsx";
import { adminPage } from "./frame.tsx";
import { approvalStates, approvalsPage } from "./lists.ts";

const pageSize = 20;

/** Approvals in one state; those that wait for a decision unless asked otherwise. */
export async function showQueue(c: AppContext, account: Account): Promise<Response> {
  const all = messages(c.var.locale);
  const t = all.admin.queue;
  const state = approvalStates.find((name) => name === c.req.query("state")) ?? "pending";
  const list = `approvals ${state}`;
  const asked = { size: pageSize, place: placeAsked(c, list) };
  const { entries, next } = await approvalsPage(c.var.site, state, asked);
  const choices = approvalStates.map((name) => [name, all.application.approval.states[name]] as const);
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
      <Pager c={c} list={list} filter={{ state }} next={next} />
    </section>,
  );
}
