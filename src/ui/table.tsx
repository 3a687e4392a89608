import type { Child } from "hono/jsx";

interface TableProps {
  /** For who cannot see where it stands. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each names the row. */
  readonly rows: readonly (readonly Child[])[];
}

/** A table that scrolls by itself where the screen is narrow, reached by keyboard too (WCAG 2.1.1). */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    <section class="table-scroll" tabindex={0} aria-label={caption}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr>
              <th scope="row">{first}</th>
              {others.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
