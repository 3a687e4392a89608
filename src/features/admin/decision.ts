import { apiError } from "../../errors/catalogue-error.ts";
import { type TextProblem, textProblem, tidied } from "../../protocol/plain-text.ts";
import { approvalAfter, approvalLimits, mayAct } from "../../protocol/registration/approval.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import { act } from "../../web/act.ts";
import { approvalMail } from "../../web/approval-mail.ts";
import { askAgain } from "../../web/ask-again.ts";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { queueMail } from "../../web/mail.ts";
import { type DecisionView, decisionPage } from "./decision.page.tsx";
import type { Status } from "./frame.tsx";
import { knownApplication } from "./known-application.ts";

const decisions = {
  approve: "approval.approved",
  reject: "approval.rejected",
  withdraw: "approval.withdrawn",
} as const;
type Decision = keyof typeof decisions;

function isDecision(text: string | undefined): text is Decision {
  return text !== undefined && Object.hasOwn(decisions, text);
}

/** What the address names: an application, and a sensitive scope that it is registered for. */
async function found(
  c: AppContext,
  { clients, scopes, users }: Pick<Repositories, "clients" | "scopes" | "users">,
): Promise<DecisionView> {
  const client = await knownApplication({ clients }, c.req.param("id"));
  const scope = c.req.param("scope") ?? "";
  const sensitive = (await scopes.list()).some(
    ({ name, requiresApproval }) => name === scope && requiresApproval,
  );
  if (!sensitive || !client.scopes.includes(scope)) throw apiError("resource_not_found", "path_unknown");
  const owner = client.ownerId === null ? undefined : await users.find(client.ownerId);
  return { client, owner, scope, approval: await clients.approval(client.id, scope) };
}

export async function showDecision(c: AppContext, account: Account): Promise<Response> {
  return decisionPage(c, account, await found(c, c.var.site.storage.committed));
}

/** Rejecting needs a reason; else a note may be left out. */
function noteProblem(decision: Decision, note: string): TextProblem | undefined {
  const problem = textProblem(note, approvalLimits.note, "many");
  return problem === "missing" && decision !== "reject" ? undefined : problem;
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
  const view = await found(c, c.var.site.storage.committed);
  const decision = form.get("decision");
  const note = tidied(form.get("note") ?? "");
  if (form.stale || !isDecision(decision)) {
    return decisionPage(c, account, { ...view, note, problem: "stale" });
  }
  const problem = noteProblem(decision, note);
  if (problem) return decisionPage(c, account, { ...view, note, problem });
  // What is opened by it are other people's data.
  const question =
    decision === "approve" ? askAgain(c, account, `approval.${view.client.id}.${view.scope}`) : undefined;
  if (question) return question;
  const seen = form.get("seen");
  const told = await store(c, account, { decision, note: note === "" ? null : note, seen });
  if (told === "changed") {
    const now = await found(c, c.var.site.storage.committed);
    return decisionPage(c, account, { ...now, note, problem: "changed" });
  }
  deps.mailQueued();
  const status: Status = told ? "decided" : "decided_silently";
  return c.redirect(`/admin/approvals/${view.client.id}/${view.scope}?status=${status}`, 303);
}

interface Decided {
  readonly decision: Decision;
  readonly note: string | null;
  readonly seen: string | undefined;
}

/** Stores the decision on what the page showed, with its trace and the mail; says whether there was somebody to write to. */
function store(
  c: AppContext,
  account: Account,
  { decision, note, seen }: Decided,
): Promise<boolean | "changed"> {
  const { clock } = c.var.site;
  return act(c, account, async (all) => {
    const { client, owner, scope, approval } = await found(c, all);
    const isSame = seen === String(approval?.updatedAt ?? 0);
    if (!isSame || !mayAct(decision, approval?.status ?? "none")) return "changed";
    const known = approval ?? { clientId: client.id, scope, request: null };
    const after = approvalAfter(known, { act: decision, at: clock(), note });
    await all.clients.putApproval(after);
    await auditPage(c, all, account, {
      action: decisions[decision],
      target: { kind: "client", id: client.id },
      details: { scope, note },
    });
    const mail = approvalMail(c.var.site, decision, client, owner, after);
    if (mail) await queueMail(all, c.var.site, mail);
    return mail !== undefined;
  });
}
