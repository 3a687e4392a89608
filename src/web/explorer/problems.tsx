import { numberText } from "../../i18n/counted.ts";
import { messages } from "../../i18n/messages.ts";
import type { FailureCount } from "../../storage/port/failures.ts";
import type { Explored } from "./explored.ts";
import { pathOfEndpoint, textsOf } from "./named.ts";
import { type PeriodName, totalOf } from "./period.ts";

interface Problem {
  readonly kind: FailureCount;
  readonly proven: number;
  readonly claimed: number;
}

/** The same error at the same endpoint is one problem; the most frequent comes first. */
export function problemsOf(counts: readonly FailureCount[]): readonly Problem[] {
  const kinds = Map.groupBy(counts, ({ endpoint, code, reason }) => `${endpoint} ${code} ${reason}`);
  const problems = [...kinds.values()].flatMap((same) => {
    const [kind] = same;
    const of = (proven: boolean) => totalOf(same.filter((count) => count.proven === proven));
    return kind ? [{ kind, proven: of(true), claimed: of(false) }] : [];
  });
  return problems.toSorted((one, other) => other.proven + other.claimed - one.proven - one.claimed);
}

interface ProblemsProps {
  readonly explored: Explored;
  readonly counts: readonly FailureCount[];
  readonly period: PeriodName;
}

/** So many are shown at once: whoever has more mends the most frequent first. */
const atOnce = 10;

/** What goes wrong and how often, each with the way to its requests. */
export function Problems({ explored, counts, period }: ProblemsProps) {
  const { c } = explored;
  const t = messages(c.var.locale).explorer;
  const problems = problemsOf(counts);
  if (problems.length === 0) return null;
  const others = problems.slice(atOnce);
  return (
    <section class="card">
      <h2>{t.problems}</h2>
      <p class="muted">{t.provenHelp}</p>
      <Rows explored={explored} period={period} problems={problems.slice(0, atOnce)} />
      {others.length > 0 && (
        <details>
          <summary>{t.more(others.length)}</summary>
          <Rows explored={explored} period={period} problems={others} />
        </details>
      )}
    </section>
  );
}

interface RowsProps extends Pick<ProblemsProps, "explored" | "period"> {
  readonly problems: readonly Problem[];
}

function Rows({ explored: { c, path }, period, problems }: RowsProps) {
  const t = messages(c.var.locale).explorer;
  const number = (value: number) => numberText(c.var.locale, value);
  return (
    <ul class="rows">
      {problems.map(({ kind, proven, claimed }) => (
        <li>
          <div>
            <p>
              <a href={`${path}?${new URLSearchParams({ period, reason: kind.reason })}#latest`}>
                {kind.reason}
              </a>
            </p>
            <p class="muted">{textsOf(kind, c.var.locale)?.description}</p>
          </div>
          <div class="tags">
            <code class="tag">{pathOfEndpoint(kind)}</code>
            {proven > 0 && <span class="tag">{`${t.proven}: ${number(proven)}`}</span>}
            {claimed > 0 && <span class="tag">{`${t.claimed}: ${number(claimed)}`}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
