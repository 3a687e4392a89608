import { apiError } from "../../errors/catalogue-error.ts";
import { messages } from "../../i18n/messages.ts";
import { BarChart } from "../../ui/bar-chart.tsx";
import { Filter } from "../../ui/filter.tsx";
import { Field } from "../../ui/form.tsx";
import { errorTexts } from "../error-texts.ts";
import type { Explored } from "./explored.ts";
import { latestOf } from "./latest.tsx";
import { barsOf, type Period, periodOf, totalOf } from "./period.ts";
import { Problems } from "./problems.tsx";
import { requestIdOf } from "./request-id.ts";

/** The errors of an application: chart, problems, latest requests; or straight to the request that is searched for. */
export async function showErrors(explored: Explored): Promise<Response> {
  const { c, client, path, frame } = explored;
  const t = messages(c.var.locale).explorer;
  const { storage, failures, clock } = c.var.site;
  const { failures: kept } = storage.committed;
  await failures.settle();
  const searched = c.req.query("request");
  const requestId = requestIdOf(searched);
  const found = requestId && (await kept.find(client.id, requestId));
  if (found) return c.redirect(`${path}/${found.requestId}`, 302);
  const period = periodOf(c.req.query("period"), clock());
  const counts = await kept.counts(client.id, period.since);
  const missing = searched ? apiError("resource_not_found", "failed_request_unknown") : undefined;
  return frame(
    { title: t.title, keep: ["period", "reason", "after"], status: missing?.status ?? 200 },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <search>
          <form method="get" action={path}>
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
      <Chart explored={explored} period={period} counts={counts} />
      <Problems explored={explored} counts={counts} period={period.name} />
      {await latestOf(explored, period.name)}
      <p class="muted">{t.kept}</p>
    </>,
  );
}

function Chart(props: {
  readonly explored: Explored;
  readonly period: Period;
  readonly counts: Parameters<typeof barsOf>[1];
}) {
  const { explored, period, counts } = props;
  const { c, path } = explored;
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
        path={path}
        name="period"
        current={period.name}
        choices={[
          ["day", t.periods.day],
          ["week", t.periods.week],
        ]}
      />
      <p>{summary}</p>
      {total > 0 && (
        <BarChart
          summary={`${t.byHour}, ${t.periods[period.name]}: ${summary}`}
          bars={bars}
          table={{ title: t.table, label: t.hour, value: t.requests }}
        />
      )}
    </section>
  );
}
