export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The value as people write it. */
  readonly text: string;
}

interface BarChartProps {
  /** What is shown, for whoever does not see it. */
  readonly summary: string;
  /** In the order of time. */
  readonly bars: readonly Bar[];
  /** What the numbers are called, and the columns of their table. */
  readonly table: { readonly title: string; readonly label: string; readonly value: string };
}

const height = 100;
const step = 10;
/** A value that is there is seen, however small it is beside the largest. */
const smallest = 2;

/** Bars beside one another, drawn without script or style, and the same numbers as a table. */
export function BarChart({ summary, bars, table }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const heightOf = (value: number) => (value === 0 ? 0 : Math.max(smallest, (value / most) * height));
  const width = bars.length * step;
  return (
    <>
      <svg
        class="bar-chart"
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
      >
        {bars.map(({ label, value, text }, index) => (
          <rect x={index * step + 1} y={height - heightOf(value)} width={step - 2} height={heightOf(value)}>
            <title>{`${label}: ${text}`}</title>
          </rect>
        ))}
      </svg>
      <div class="bar-chart-ends">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
      {bars.some(({ value }) => value > 0) && (
        <details>
          <summary>{table.title}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{table.label}</th>
                <th scope="col">{table.value}</th>
              </tr>
            </thead>
            <tbody>
              {bars
                .filter(({ value }) => value > 0)
                .map(({ label, text }) => (
                  <tr>
                    <th scope="row">{label}</th>
                    <td>{text}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
