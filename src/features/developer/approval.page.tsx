import { messages } from "../../i18n/messages.ts";
import { scopeText } from "../../i18n/scope-text.ts";
import { type ApprovalState, approvalLimits, mayAct } from "../../protocol/registration/approval.ts";
import { pageUrlLimit } from "../../protocol/registration/page-url.ts";
import type { Approval, Client } from "../../storage/port/clients.ts";
import { Field, Notice, TextArea } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { AskedFor } from "../../web/approval-request.tsx";
import { ApprovalTag } from "../../web/approval-state.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { problemStatus } from "../../web/problem-status.ts";
import type { AskedField, RequestProblems, TypedRequest } from "./approval-wish.ts";
import { applicationPage, pathOf } from "./frame.tsx";

export interface ApprovalView {
  readonly scope: string;
  readonly approval: Approval | undefined;
  readonly typed: TypedRequest;
  readonly problems?: RequestProblems;
  readonly stale?: boolean;
}

/** How the approval of one scope stands, and the form that asks for it where one may ask. */
export function approvalPage(c: AppContext, account: Account, client: Client, view: ApprovalView) {
  const all = messages(c.var.locale);
  const t = all.developer.approvals;
  const { scope, approval } = view;
  const state: ApprovalState = approval?.status ?? "none";
  const corrects = view.stale === true || view.problems !== undefined;
  return applicationPage(
    c,
    account,
    client,
    { tab: "overview", title: t.pageTitle(scope), status: corrects ? problemStatus : 200 },
    <>
      <section class="card">
        <div class="heading">
          <h1>{t.pageTitle(scope)}</h1>
          <ApprovalTag c={c} state={state} />
        </div>
        <p>
          {t.opens} {scopeText(c.var.locale, scope)}.
        </p>
        {state !== "none" && <p>{t[state]}</p>}
        {approval?.note && (
          <Notice>
            <strong>{all.application.approval.reason}</strong>
            <p class="said">{approval.note}</p>
          </Notice>
        )}
        {approval && !mayAct("request", state) && <AskedFor c={c} approval={approval} />}
      </section>
      {mayAct("request", state) && <RequestForm c={c} account={account} client={client} view={view} />}
    </>,
  );
}

function RequestForm(props: {
  readonly c: AppContext;
  readonly account: Account;
  readonly client: Client;
  readonly view: ApprovalView;
}) {
  const { c, account, client, view } = props;
  const { developer, application, applicationForm } = messages(c.var.locale);
  const t = developer.approvals;
  const field = (name: AskedField) => {
    const problem = view.problems?.[name];
    return { name, value: view.typed[name], required: true, problem: problem && t.problems[problem] };
  };
  return (
    <section class="card">
      <h2>{t.form}</h2>
      {view.stale && <Notice kind="warning">{applicationForm.stale}</Notice>}
      <form method="post" action={pathOf(client, `/approvals/${view.scope}`)}>
        <AccountFields c={c} account={account} />
        <Field
          {...field("privacy_policy_url")}
          label={application.approval.request.privacy_policy_url}
          type="url"
          help={t.privacyPolicyHelp}
          maxlength={pageUrlLimit}
        />
        <TextArea {...field("purpose")} label={t.purpose} maxlength={approvalLimits.purpose} />
        <TextArea
          {...field("security_measures")}
          label={t.security}
          maxlength={approvalLimits.security_measures}
        />
        <TextArea
          {...field("compliance_notes")}
          label={t.compliance}
          maxlength={approvalLimits.compliance_notes}
        />
        <Field
          {...field("contact")}
          label={t.contact}
          help={t.contactHelp}
          maxlength={approvalLimits.contact}
        />
        <button type="submit">{t.submit}</button>
      </form>
    </section>
  );
}
