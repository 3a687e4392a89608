import { messages } from "../../../i18n/messages.ts";
import {
  type AuditEntry,
  type AuditFilter,
  type AuditTarget,
  auditActions,
  auditTargetKinds,
} from "../../../storage/port/audit.ts";
import { Field, Notice, Select } from "../../../ui/form.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import { AuditEntries } from "../../../web/audit-entries.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { placeAsked } from "../../../web/cursor.ts";
import { Pager } from "../../../web/pager.tsx";
import { problemStatus } from "../../../web/problem-status.ts";
import { adminPage } from "../frame.tsx";
import { auditPage } from "../lists.ts";
import { actorsOf } from "../people.tsx";
import { type Asked, askedIn, type FilterProblem, filterFields, readFilter } from "./filter.ts";

const pageSize = 30;

/** Everything that was done, filtered by who, what, to what and when. */
export async function showAudit(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).adminAudit;
  const asked = askedIn((name) => c.req.query(name));
  const read = readFilter(asked);
  const problem = "problem" in read ? read.problem : undefined;
  return adminPage(
    c,
    account,
    {
      ...{ tab: "audit", title: t.title, keep: [...filterFields, "after"] },
      status: problem ? problemStatus : 200,
    },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <FilterForm c={c} asked={asked} problem={problem} />
      {"filter" in read && (await entriesOf(c, account, asked, read.filter))}
    </section>,
  );
}

function FilterForm(props: {
  readonly c: AppContext;
  readonly asked: Asked;
  readonly problem: FilterProblem | undefined;
}) {
  const { c, asked, problem } = props;
  const { adminAudit: t, audit } = messages(c.var.locale);
  const actions = auditActions.map((action) => [action, audit.actions[action]] as const);
  const kinds = auditTargetKinds.map((kind) => [kind, t.kinds[kind]] as const);
  return (
    <search>
      {problem && <Notice kind="warning">{t.problems[problem]}</Notice>}
      <details open={Object.keys(asked).length > 0}>
        <summary>{t.filter}</summary>
        <form method="get" action="/admin/audit" class="filter">
          <Select name="action" label={t.action} value={asked.action} options={[["", t.any], ...actions]} />
          <Field name="actor" label={t.actor} value={asked.actor} inputmode="numeric" autocomplete="off" />
          <Select
            name="target_kind"
            label={t.targetKind}
            value={asked.target_kind}
            options={[["", t.any], ...kinds]}
          />
          <Field name="target_id" label={t.targetId} value={asked.target_id} autocomplete="off" />
          <Field name="since" label={t.since} value={asked.since} type="date" />
          <Field name="until" label={t.until} value={asked.until} type="date" />
          <div class="actions">
            <button type="submit">{t.show}</button>
            <a class="button quiet" href="/admin/audit">
              {t.reset}
            </a>
          </div>
        </form>
      </details>
    </search>
  );
}

async function entriesOf(c: AppContext, account: Account, asked: Asked, filter: AuditFilter) {
  const t = messages(c.var.locale).adminAudit;
  const list = `audit ${JSON.stringify(asked)}`;
  const page = { size: pageSize, place: placeAsked(c, list) };
  const { entries, next } = await auditPage(c.var.site, filter, page);
  return (
    <>
      <AuditEntries
        c={c}
        entries={entries}
        by={await actorsOf(c, entries)}
        of={(entry) => <Target c={c} entry={entry} />}
      />
      <Pager c={c} list={list} filter={{ ...asked }} next={next} />
      <form method="post" action="/admin/audit/export">
        <AccountFields c={c} account={account} />
        {Object.entries(asked).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="quiet">
          {t.download}
        </button>
        <p class="help">{t.downloadHelp}</p>
      </form>
    </>
  );
}

function hrefOf({ kind, id }: AuditTarget): string | undefined {
  if (kind === "user") return `/admin/users/${id}`;
  return kind === "client" ? `/admin/applications/${id}` : undefined;
}

function Target({ c, entry: { target } }: { readonly c: AppContext; readonly entry: AuditEntry }) {
  const kind = messages(c.var.locale).adminAudit.kinds[target.kind];
  const href = hrefOf(target);
  return (
    <p>
      {kind} {href ? <a href={href}>{target.id}</a> : <code>{target.id}</code>}
    </p>
  );
}
