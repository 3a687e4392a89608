import { apiError } from "../../errors/catalogue-error.ts";
import { approvalAfter, mayAct, readApprovalRequest } from "../../protocol/registration/approval.ts";
import type { Approval, Client } from "../../storage/port/clients.ts";
import type { Scope } from "../../storage/port/scopes.ts";
import { act } from "../../web/act.ts";
import { auditPage } from "../../web/audit.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { countHit } from "../../web/limit.ts";
import { approvalPage } from "./approval.page.tsx";
import { readRequest, readTypedRequest, type TypedRequest } from "./approval-wish.ts";
import { pathOf, type Status } from "./frame.tsx";
import { findOwn } from "./own-application.ts";

/** The scopes of an application that an administrator has to approve. */
export function sensitiveScopes(scopes: readonly Scope[], client: Client): readonly string[] {
  const sensitive = scopes.filter(
    ({ name, requiresApproval }) => requiresApproval && client.scopes.includes(name),
  );
  return sensitive.map(({ name }) => name);
}

/** The scope that the address names, if this application may ask for its approval. */
async function scopeAsked(c: AppContext, client: Client): Promise<string> {
  const scope = c.req.param("scope") ?? "";
  const possible = sensitiveScopes(await c.var.site.storage.committed.scopes.list(), client);
  if (!possible.includes(scope)) throw apiError("resource_not_found", "path_unknown");
  return scope;
}

/** What the form begins with: what was written the last time, else what is known already. */
function begun({ user }: Account, client: Client, approval: Approval | undefined): TypedRequest {
  const before = approval ? readApprovalRequest(approval) : null;
  return {
    privacy_policy_url: before?.privacy_policy_url ?? client.privacyPolicyUrl ?? "",
    purpose: before?.purpose ?? "",
    security_measures: before?.security_measures ?? "",
    compliance_notes: before?.compliance_notes ?? "",
    contact: before?.contact ?? user.email ?? user.phoneNumber ?? "",
  };
}

export async function showApproval(c: AppContext, account: Account, client: Client): Promise<Response> {
  const scope = await scopeAsked(c, client);
  const approval = await c.var.site.storage.committed.clients.approval(client.id, scope);
  return approvalPage(c, account, client, { scope, approval, typed: begun(account, client, approval) });
}

export async function askApproval(
  c: AppContext,
  account: Account,
  client: Client,
  form: SubmittedForm,
): Promise<Response> {
  const scope = await scopeAsked(c, client);
  const typed = readTypedRequest(form);
  const read = readRequest(typed);
  if (form.stale || "problems" in read) {
    const approval = await c.var.site.storage.committed.clients.approval(client.id, scope);
    const wrong = form.stale ? { stale: true } : "problems" in read ? { problems: read.problems } : {};
    return approvalPage(c, account, client, { scope, approval, typed, ...wrong });
  }
  await countHit(c, "application_change_by_user", String(account.user.id));
  const { clock } = c.var.site;
  const sent = await act(c, account, async (all) => {
    const { id, scopes } = await findOwn(all, account, client.id);
    const before = await all.clients.approval(id, scope);
    if (!scopes.includes(scope) || !mayAct("request", before?.status ?? "none")) return false;
    const known = before ?? { clientId: id, scope, request: null };
    await all.clients.putApproval(
      approvalAfter(known, { act: "request", at: clock(), request: read.request }),
    );
    await auditPage(c, all, account, {
      action: "approval.requested",
      target: { kind: "client", id },
      details: { scope },
    });
    return true;
  });
  const status: Status = sent ? "approval_requested" : "not_requested";
  return c.redirect(`${pathOf(client, `/approvals/${scope}`)}?status=${status}`, 303);
}
