import { numberText } from "../../../i18n/counted.ts";
import { messages } from "../../../i18n/messages.ts";
import { momentText } from "../../../i18n/moment.ts";
import type { FailureSum } from "../../../storage/port/failures.ts";
import type { CountSum } from "../../../storage/port/hourly-counts.ts";
import { type Bar, BarChart } from "../../../ui/bar-chart.tsx";
import { Filter } from "../../../ui/filter.tsx";
import { Table } from "../../../ui/table.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { adminPage } from "../frame.tsx";
import { latencyAt, type RangeName, ranges, seriesOf, slotsUntil } from "./series.ts";

const rangeNames = Object.keys(ranges) as RangeName[];
/** How many codes the table of errors names. */
const codesAtMost = 15;

/** How the service did: from counts by the hour, never by counting what is stored. */
export async function showDashboard(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).adminDashboard;
  const name = rangeNames.find((range) => range === c.req.query("range")) ?? "day";
  const { storage, clock } = c.var.site;
  const { span } = ranges[name];
  const slots = slotsUntil(clock(), ranges[name]);
  const since = slots[0] ?? 0;
  const sums = await storage.committed.hourlyCounts.sums(since, span);
  const failures = await storage.committed.failures.sums(since, span);
  const view = { c, slots, sums };
  return adminPage(
    c,
    account,
    { tab: "dashboard", title: t.title, keep: ["range"] },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <Filter
          label={t.range}
          path="/admin/dashboard"
          name="range"
          current={name}
          choices={rangeNames.map((range) => [range, t.ranges[range]] as const)}
        />
      </section>
      <div class="charts">
        <CountChart {...view} title={t.signIns} fits={(counted) => counted === "sign_in"} />
        <CountChart {...view} title={t.tokens} fits={(counted) => counted === "token"} />
        <CountChart {...view} title={t.requests} fits={(counted) => counted.startsWith("latency.")} />
        <LatencyChart {...view} />
        <ErrorChart c={c} slots={slots} failures={failures} />
        <ErrorCodes c={c} failures={failures} />
      </div>
    </>,
  );
}

interface View {
  readonly c: AppContext;
  readonly slots: readonly number[];
  readonly sums: readonly CountSum[];
}

interface CountsProps {
  readonly c: AppContext;
  readonly title: string;
  readonly slots: readonly number[];
  readonly values: readonly number[];
}

function Counts({ c, title, slots, values }: CountsProps) {
  const { locale } = c.var;
  const t = messages(locale).adminDashboard;
  const bars: Bar[] = slots.map((slot, index) => {
    const value = values[index] ?? 0;
    return { label: momentText(locale, slot), value, text: numberText(locale, value) };
  });
  const total = values.reduce((sum, value) => sum + value, 0);
  const most = Math.max(0, ...values);
  const said = t.total(numberText(locale, total), numberText(locale, most));
  return <Chart c={c} title={title} said={said} bars={bars} value={t.count} />;
}

function Chart(props: {
  readonly c: AppContext;
  readonly title: string;
  readonly said: string;
  readonly bars: readonly Bar[];
  /** What the numbers are. */
  readonly value: string;
}) {
  const { c, title, said, bars, value } = props;
  const t = messages(c.var.locale).adminDashboard;
  return (
    <section class="card">
      <h2>{title}</h2>
      <p>{said}</p>
      <BarChart
        summary={`${title}: ${said}`}
        bars={bars}
        table={{ title: t.asTable(title), label: t.when, value }}
      />
    </section>
  );
}

function CountChart(props: View & { readonly title: string; readonly fits: (name: string) => boolean }) {
  const { c, title, slots, sums, fits } = props;
  return <Counts c={c} title={title} slots={slots} values={seriesOf(sums, slots, fits)} />;
}

function LatencyChart({ c, slots, sums }: View) {
  const { locale } = c.var;
  const t = messages(locale).adminDashboard;
  const said = (milliseconds: number) => t.milliseconds(numberText(locale, Math.ceil(milliseconds)));
  const bars = slots.map((slot) => {
    const value = latencyAt(sums, slot, 0.95) ?? 0;
    const median = said(latencyAt(sums, slot, 0.5) ?? 0);
    return { label: momentText(locale, slot), value, text: `${said(value)} (${t.median(median)})` };
  });
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return <Chart c={c} title={t.latency} said={t.latencyLead(said(most))} bars={bars} value={t.slow} />;
}

function ErrorChart(props: {
  readonly c: AppContext;
  readonly slots: readonly number[];
  readonly failures: readonly FailureSum[];
}) {
  const { c, slots, failures } = props;
  const title = messages(c.var.locale).adminDashboard.errors;
  const sums = failures.map(({ code, from, count }) => ({ name: code, from, count }));
  return <Counts c={c} title={title} slots={slots} values={seriesOf(sums, slots, () => true)} />;
}

function ErrorCodes({ c, failures }: { readonly c: AppContext; readonly failures: readonly FailureSum[] }) {
  const t = messages(c.var.locale).adminDashboard;
  const totals = new Map<string, number>();
  for (const { code, count } of failures) totals.set(code, (totals.get(code) ?? 0) + count);
  const rows = [...totals].sort(([, one], [, other]) => other - one).slice(0, codesAtMost);
  return (
    <section class="card">
      <h2>{t.codes}</h2>
      {rows.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <Table
          caption={t.codes}
          columns={[t.code, t.count]}
          rows={rows.map(([code, count]) => [
            <a href={`/docs/errors/${code}`}>
              <code>{code}</code>
            </a>,
            numberText(c.var.locale, count),
          ])}
        />
      )}
    </section>
  );
}
