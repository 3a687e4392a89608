import { messages } from "../../i18n/messages.ts";
import type { TextProblem } from "../../protocol/plain-text.ts";
import { type ApprovalState, approvalLimits, mayAct } from "../../protocol/registration/approval.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { User } from "../../storage/port/users.ts";
import { Fact } from "../../ui/facts.tsx";
import { Notice, TextArea } from "../../ui/form.tsx";
import { ltr } from "../../ui/ltr.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { ApplicationFacts } from "../../web/application-facts.tsx";
import { ApplicationTags } from "../../web/application-tags.tsx";
import { AskedFor } from "../../web/approval-request.tsx";
import { ApprovalTag } from "../../web/approval-state.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { approvalSeen, mayApprove, type Sought } from "./acts/decide-approval.ts";
import { adminPage } from "./frame.tsx";
import { applicationHistory } from "./history.tsx";
import { PersonName } from "./people.tsx";

export interface DecisionView extends Sought {
  readonly note?: string | undefined;
  readonly problem?: TextProblem | "stale" | "changed";
}

/** A request for a sensitive scope with everything that a decision needs. */
export async function decisionPage(c: AppContext, account: Account, view: DecisionView): Promise<Response> {
  const { admin, application } = messages(c.var.locale);
  const t = admin.decision;
  const { client, scope, approval } = view;
  const title = t.title(scope, client.name);
  const status = view.problem === undefined ? 200 : problemStatus;
  return adminPage(
    c,
    account,
    { tab: "approvals", title, status, keep: ["after"] },
    <>
      <section class="card">
        <div class="heading">
          <h1>{title}</h1>
          <ApprovalTag c={c} state={approval?.status ?? "none"} />
        </div>
        {approval?.note && (
          <Notice>
            <strong>{application.approval.reason}</strong>
            <p class="said">{approval.note}</p>
          </Notice>
        )}
        <h2>{t.couldRead}</h2>
        <p>{opens(t.reads, scope)}</p>
        {approval ? <AskedFor c={c} approval={approval} /> : <p>{t.notAsked}</p>}
      </section>
      <section class="card">
        <div class="heading">
          <h2>
            <a href={`/admin/applications/${client.id}`}>{client.name}</a>
          </h2>
          <ApplicationTags locale={c.var.locale} client={client} />
        </div>
        <ApplicationFacts c={c} client={client}>
          <Fact label={t.owner}>
            <Owner nobody={t.nobody} client={client} owner={view.owner} />
          </Fact>
        </ApplicationFacts>
      </section>
      <DecisionForm c={c} account={account} view={view} />
      {await applicationHistory(c, client.id)}
    </>,
  );
}

type Reads = ReturnType<typeof messages>["admin"]["decision"]["reads"];

function opens(texts: Reads, scope: string): string {
  const text = Object.hasOwn(texts, scope) ? texts[scope as keyof Reads] : undefined;
  return typeof text === "string" ? text : texts.other(scope);
}

/** Whose application it is, with an address of theirs. */
export function Owner(props: {
  /** What is said where it is nobody's. */
  readonly nobody: string;
  readonly client: Client;
  readonly owner: User | undefined;
}) {
  const { nobody, client, owner } = props;
  if (client.ownerId === null) return <>{nobody}</>;
  const address = owner?.email ?? owner?.phoneNumber;
  return (
    <>
      <PersonName id={client.ownerId} user={owner} />
      {address && <>, {ltr(address)}</>}
    </>
  );
}

function noteProblem(c: AppContext, problem: DecisionView["problem"]): string | undefined {
  const t = messages(c.var.locale).admin.decision;
  if (problem === "missing") return t.noteMissing;
  if (problem === "too_long") return t.noteTooLong;
  return problem === "characters" ? t.noteCharacters : undefined;
}

function DecisionForm(props: {
  readonly c: AppContext;
  readonly account: Account;
  readonly view: DecisionView;
}) {
  const { c, account, view } = props;
  const { admin, areas } = messages(c.var.locale);
  const t = admin.decision;
  const state: ApprovalState = view.approval?.status ?? "none";
  const approves = mayApprove(account.user.role, view.scope);
  return (
    <section class="card">
      <h2>{t.legend}</h2>
      {!approves && <p class="muted">{t.superAdminApproves}</p>}
      {view.problem === "changed" && <Notice kind="warning">{t.changed}</Notice>}
      {view.problem === "stale" && <Notice kind="warning">{areas.status.stale}</Notice>}
      <form method="post" action={`/admin/approvals/${view.client.id}/${view.scope}`}>
        <AccountFields c={c} account={account} />
        <input type="hidden" name="seen" value={approvalSeen(view)} />
        <TextArea
          name="note"
          label={t.note}
          help={t.noteHelp}
          value={view.note}
          maxlength={approvalLimits.note}
          problem={noteProblem(c, view.problem)}
        />
        <div class="actions">
          {state !== "approved" && approves && (
            <button type="submit" name="decision" value="approve">
              {t.approve}
            </button>
          )}
          {state !== "approved" && state !== "rejected" && (
            <button type="submit" name="decision" value="reject" class="danger">
              {t.reject}
            </button>
          )}
          {state === "approved" && mayAct("withdraw", state) && (
            <button type="submit" name="decision" value="withdraw" class="danger">
              {t.withdraw}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}
