import { apiError } from "../../../errors/catalogue-error.ts";
import { messages } from "../../../i18n/messages.ts";
import type { Client } from "../../../storage/port/clients.ts";
import { BarChart } from "../../../ui/bar-chart.tsx";
import { Filter } from "../../../ui/filter.tsx";
import { Field } from "../../../ui/form.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { errorTexts } from "../../../web/error-texts.ts";
import { applicationPage, pathOf } from "../frame.tsx";
import { latestOf } from "./latest.tsx";
import { barsOf, type Period, periodOf, totalOf } from "./period.ts";
import { Problems } from "./problems.tsx";
import { requestIdOf } from "./request-id.ts";

/** The errors of one's own application: chart, problems, latest requests; or straight to the request that is searched for. */
export async function showErrors(c: AppContext, account: Account, client: Client): Promise<Response> {
  const t = messages(c.var.locale).explorer;
  const { storage, failures, clock } = c.var.site;
  const { failures: kept } = storage.committed;
  await failures.settle();
  const searched = c.req.query("request");
  const requestId = requestIdOf(searched);
  const found = requestId && (await kept.find(client.id, requestId));
  if (found) return c.redirect(pathOf(client, `/errors/${found.requestId}`), 302);
  const period = periodOf(c.req.query("period"), clock());
  const counts = await kept.counts(client.id, period.since);
  const missing = searched ? apiError("resource_not_found", "failed_request_unknown") : undefined;
  return applicationPage(
    c,
    account,
    client,
    { tab: "errors", title: t.title, keep: ["period", "reason", "after"], status: missing?.status ?? 200 },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <search>
          <form method="get" action={pathOf(client, "/errors")}>
            <Field
              name="request"
              label={t.requestId}
              help={t.requestIdHelp}
              value={requestId ?? ""}
              maxlength={100}
              problem={missing && errorTexts(missing, c.var.locale).sentence}
            />
            <button type="submit" class="quiet">
              {t.find}
            </button>
          </form>
        </search>
      </section>
      <Chart c={c} client={client} period={period} counts={counts} />
      <Problems c={c} client={client} counts={counts} period={period.name} />
      {await latestOf(c, client, period.name)}
      <p class="muted">{t.kept}</p>
    </>,
  );
}

function Chart(props: {
  readonly c: AppContext;
  readonly client: Client;
  readonly period: Period;
  readonly counts: Parameters<typeof barsOf>[1];
}) {
  const { c, client, period, counts } = props;
  const t = messages(c.var.locale).explorer;
  const total = totalOf(counts);
  const bars = barsOf(period, counts, c.var.locale);
  const most = Math.max(...bars.map(({ value }) => value));
  const summary = total === 0 ? t.none : `${t.total(total)} ${t.most(most)}`;
  return (
    <section class="card">
      <h2>{t.byHour}</h2>
      <Filter
        label={t.period}
        path={pathOf(client, "/errors")}
        name="period"
        current={period.name}
        choices={[
          ["day", t.periods.day],
          ["week", t.periods.week],
        ]}
      />
      <p>{summary}</p>
      <BarChart
        summary={`${t.byHour}, ${t.periods[period.name]}: ${summary}`}
        bars={bars}
        table={{ title: t.table, label: t.hour, value: t.requests }}
      />
    </section>
  );
}
