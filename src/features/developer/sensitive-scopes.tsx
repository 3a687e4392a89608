import { messages } from "../../i18n/messages.ts";
import { type ApprovalState, mayAct } from "../../protocol/registration/approval.ts";
import type { Client } from "../../storage/port/clients.ts";
import { ApprovalTag } from "../../web/approval-state.tsx";
import type { AppContext } from "../../web/context.ts";
import { sensitiveScopes } from "./approval.ts";
import { pathOf } from "./frame.tsx";

/** How the sensitive scopes of an application stand, each with the way to ask; nothing where there is none. */
export async function sensitiveScopesOf(c: AppContext, client: Client) {
  const t = messages(c.var.locale).developer.approvals;
  const { clients, scopes } = c.var.site.storage.committed;
  const names = sensitiveScopes(await scopes.list(), client);
  if (names.length === 0) return null;
  const approvals = await clients.approvals(client.id);
  const stateOf = (scope: string): ApprovalState =>
    approvals.find((approval) => approval.scope === scope)?.status ?? "none";
  const link = (state: ApprovalState) =>
    state === "none" ? t.ask : mayAct("request", state) ? t.askAgain : t.follow;
  return (
    <section class="card">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <ul class="rows">
        {names.map((scope) => (
          <li>
            <div>
              <code>{scope}</code> <ApprovalTag c={c} state={stateOf(scope)} />
            </div>
            <a href={pathOf(client, `/approvals/${scope}`)} aria-label={`${link(stateOf(scope))}: ${scope}`}>
              {link(stateOf(scope))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
