import { messages } from "../../../i18n/messages.ts";
import { momentText } from "../../../i18n/moment.ts";
import { Fact, Facts } from "../../../ui/facts.tsx";
import { Checkbox, Field, Notice } from "../../../ui/form.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { maintenanceAt, planAhead, readMaintenance } from "../../../web/maintenance.ts";
import { problemStatus } from "../../../web/problem-status.ts";
import { type MaintenanceProblem, maintenanceLimits } from "../acts/maintenance.ts";
import { adminPage } from "../frame.tsx";

/** A form that is shown again: which, what was typed, and what is wrong by field. */
export interface Refused {
  readonly act: "on" | "plan";
  readonly typed: ReadonlyMap<string, string | undefined>;
  readonly problems: ReadonlyMap<string, MaintenanceProblem>;
}

interface PartProps {
  readonly c: AppContext;
  readonly account: Account;
  readonly refused: Refused | undefined;
}

/** How the service stands, and the forms that change it. */
export async function maintenancePage(c: AppContext, account: Account, refused?: Refused): Promise<Response> {
  const t = messages(c.var.locale).adminMaintenance;
  const { storage, clock } = c.var.site;
  const stored = await readMaintenance(storage.committed.settings);
  const now = maintenanceAt(stored, clock());
  const ahead = planAhead(stored, clock());
  const parts = { c, account, refused };
  return adminPage(
    c,
    account,
    { tab: "maintenance", title: t.title, status: refused ? problemStatus : 200 },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p class="lead">{now ? (now.readOnly ? t.isReadOnly : t.isOn) : t.isOff}</p>
        {now && (
          <>
            <Facts row>
              <Fact label={t.retryAfter}>{t.seconds(now.retryAfter)}</Fact>
              <Fact label={t.message}>{now.message ?? t.none}</Fact>
            </Facts>
            <OneButton c={c} account={account} act="off" label={t.off} />
          </>
        )}
        {!now && <OnForm {...parts} />}
      </section>
      <section class="card">
        <h2>{t.planTitle}</h2>
        {ahead ? (
          <>
            <Facts row>
              <Fact label={t.from}>{momentText(c.var.locale, ahead.from)}</Fact>
              <Fact label={t.until}>{momentText(c.var.locale, ahead.until)}</Fact>
              <Fact label={t.kind}>{ahead.readOnly ? t.kinds.readOnly : t.kinds.down}</Fact>
              <Fact label={t.message}>{ahead.message ?? t.none}</Fact>
            </Facts>
            <OneButton c={c} account={account} act="cancel" label={t.cancel} />
          </>
        ) : (
          <PlanForm {...parts} />
        )}
      </section>
    </>,
  );
}

function OneButton(props: {
  readonly c: AppContext;
  readonly account: Account;
  readonly act: "off" | "cancel";
  readonly label: string;
}) {
  const { c, account, act, label } = props;
  return (
    <form method="post" action={`/admin/maintenance/${act}`}>
      <AccountFields c={c} account={account} />
      <button type="submit">{label}</button>
    </form>
  );
}

function problemOf({ c, refused }: PartProps, act: Refused["act"], field: string): string | undefined {
  const problem = refused?.act === act ? refused.problems.get(field) : undefined;
  return problem && messages(c.var.locale).adminMaintenance.problems[problem];
}

function typedIn({ refused }: PartProps, act: Refused["act"], field: string): string | undefined {
  return refused?.act === act ? refused.typed.get(field) : undefined;
}

/** Ids are the names, and there are two forms on the page: so the names begin with their form. */
function CommonFields(props: PartProps & { readonly act: Refused["act"] }) {
  const { c, act } = props;
  const t = messages(c.var.locale).adminMaintenance;
  return (
    <>
      <Field
        name={`${act}_message`}
        label={t.message}
        help={t.messageHelp}
        value={typedIn(props, act, "message")}
        maxlength={maintenanceLimits.message}
        problem={problemOf(props, act, "message")}
      />
      <Checkbox
        name={`${act}_read_only`}
        label={t.readOnly}
        help={t.readOnlyHelp}
        checked={typedIn(props, act, "read_only") === "yes"}
      />
    </>
  );
}

function Failed({ c, refused }: PartProps) {
  return refused && <Notice kind="warning">{messages(c.var.locale).adminMaintenance.refused}</Notice>;
}

function OnForm(props: PartProps) {
  const { c, account } = props;
  const t = messages(c.var.locale).adminMaintenance;
  return (
    <form method="post" action="/admin/maintenance/on">
      {props.refused?.act === "on" && <Failed {...props} />}
      <p>{t.about}</p>
      <AccountFields c={c} account={account} />
      <CommonFields {...props} act="on" />
      <Field
        name="retry_after"
        label={t.retryAfter}
        help={t.retryAfterHelp}
        inputmode="numeric"
        value={typedIn(props, "on", "retry_after") ?? "120"}
        problem={problemOf(props, "on", "retry_after")}
      />
      <button type="submit" class="danger">
        {t.on}
      </button>
    </form>
  );
}

function PlanForm(props: PartProps) {
  const { c, account } = props;
  const t = messages(c.var.locale).adminMaintenance;
  return (
    <form method="post" action="/admin/maintenance/plan">
      {props.refused?.act === "plan" && <Failed {...props} />}
      <p>{t.planLead}</p>
      <AccountFields c={c} account={account} />
      {(["from", "until"] as const).map((name) => (
        <Field
          name={name}
          label={t[name]}
          type="datetime-local"
          required
          value={typedIn(props, "plan", name)}
          problem={problemOf(props, "plan", name)}
        />
      ))}
      <CommonFields {...props} act="plan" />
      <button type="submit">{t.plan}</button>
    </form>
  );
}
