import { tidied } from "../../protocol/plain-text.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { performOnPage } from "./acts/act.ts";
import {
  decideApproval,
  isDecision,
  noteProblem,
  type Sought,
  soughtApproval,
} from "./acts/decide-approval.ts";
import { decisionPage } from "./decision.page.tsx";
import type { Status } from "./frame.tsx";

/** What the address names. */
function found(c: AppContext): Promise<Sought> {
  return soughtApproval(c.var.site.storage.committed, c.req.param("id"), c.req.param("scope") ?? "");
}

export async function showDecision(c: AppContext, account: Account): Promise<Response> {
  return decisionPage(c, account, await found(c));
}

export interface DecisionDeps {
  readonly mailQueued: () => void;
}

export async function decide(
  c: AppContext,
  deps: DecisionDeps,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const view = await found(c);
  const decision = form.get("decision");
  const note = tidied(form.get("note") ?? "");
  if (form.stale || !isDecision(decision)) {
    return decisionPage(c, account, { ...view, note, problem: "stale" });
  }
  const problem = noteProblem(decision, note);
  if (problem) return decisionPage(c, account, { ...view, note, problem });
  const { client, scope } = view;
  const input = { client_id: client.id, scope, decision, note, seen: form.get("seen") ?? "" };
  const page = `approval.${client.id}.${scope}` as const;
  const done = await performOnPage(c, account, decideApproval, input, page);
  if (done instanceof Response) return done;
  if (done === "changed") return decisionPage(c, account, { ...(await found(c)), note, problem: "changed" });
  deps.mailQueued();
  const status: Status = done === "told" ? "decided" : "decided_silently";
  return c.redirect(`/admin/approvals/${client.id}/${scope}?status=${status}`, 303);
}
