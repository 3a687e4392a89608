import { numberText } from "../../../i18n/counted.ts";
import { messages } from "../../../i18n/messages.ts";
import { momentText } from "../../../i18n/moment.ts";
import { type Bar, BarChart } from "../../../ui/bar-chart.tsx";
import { Filter } from "../../../ui/filter.tsx";
import { Table } from "../../../ui/table.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { adminPage } from "../frame.tsx";
import { type Figures, figuresOf, rangeNames, type Slot } from "./figures.ts";

/** How the service did. */
export async function showDashboard(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).adminDashboard;
  const name = rangeNames.find((range) => range === c.req.query("range")) ?? "day";
  const { slots, codes } = await figuresOf(c.var.site, name);
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
        <CountChart c={c} title={t.signIns} slots={slots} of="signIns" />
        <CountChart c={c} title={t.tokens} slots={slots} of="tokens" />
        <CountChart c={c} title={t.requests} slots={slots} of="requests" />
        <LatencyChart c={c} slots={slots} />
        <CountChart c={c} title={t.errors} slots={slots} of="errors" />
        <ErrorCodes c={c} codes={codes} />
      </div>
    </>,
  );
}

interface View {
  readonly c: AppContext;
  readonly slots: readonly Slot[];
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

type Counted = "signIns" | "tokens" | "requests" | "errors";

function CountChart({ c, title, slots, of }: View & { readonly title: string; readonly of: Counted }) {
  const { locale } = c.var;
  const t = messages(locale).adminDashboard;
  const bars: Bar[] = slots.map((slot) => {
    const value = slot[of];
    return { label: momentText(locale, slot.from), value, text: numberText(locale, value) };
  });
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(0, ...bars.map(({ value }) => value));
  const said = t.total(numberText(locale, total), numberText(locale, most));
  return <Chart c={c} title={title} said={said} bars={bars} value={t.count} />;
}

function LatencyChart({ c, slots }: View) {
  const { locale } = c.var;
  const t = messages(locale).adminDashboard;
  const said = (milliseconds: number) => t.milliseconds(numberText(locale, Math.ceil(milliseconds)));
  const bars = slots.map(({ from, slow: value = 0, median = 0 }) => {
    return { label: momentText(locale, from), value, text: `${said(value)} (${t.median(said(median))})` };
  });
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return <Chart c={c} title={t.latency} said={t.latencyLead(said(most))} bars={bars} value={t.slow} />;
}

function ErrorCodes({ c, codes }: { readonly c: AppContext; readonly codes: Figures["codes"] }) {
  const t = messages(c.var.locale).adminDashboard;
  return (
    <section class="card">
      <h2>{t.codes}</h2>
      {codes.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <Table
          caption={t.codes}
          columns={[t.code, t.count]}
          rows={codes.map(([code, count]) => [
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
