import { messages } from "../i18n/messages.ts";
import type { AppContext } from "./context.ts";
import { cursorOf, type Place } from "./cursor.ts";

/** A page of a list that was asked for with one entry more than it shows. */
export interface Shown<Entry> {
  readonly entries: readonly Entry[];
  /** The last one shown, when there are more after it. */
  readonly last: Entry | undefined;
}

export function shownOf<Entry>(found: readonly Entry[], size: number): Shown<Entry> {
  const entries = found.slice(0, size);
  return { entries, last: found.length > size ? entries.at(-1) : undefined };
}

interface PagerProps {
  readonly c: AppContext;
  readonly list: string;
  /** Where the next page begins; undefined on the last one. */
  readonly next: Place | undefined;
  /** Parameters that say which list it is. */
  readonly filter?: Readonly<Record<string, string>>;
}

/** Links to the next page of a list and back to its beginning; nothing where all of it is shown. */
export function Pager({ c, list, next, filter = {} }: PagerProps) {
  const t = messages(c.var.locale).areas;
  const inside = c.req.query("after") !== undefined;
  if (!inside && !next) return null;
  const href = (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({ ...filter, ...more });
    return query.size > 0 ? `${c.req.path}?${query}` : c.req.path;
  };
  return (
    <nav class="pager" aria-label={t.pages}>
      {inside && <a href={href({})}>{t.first}</a>}
      {next && (
        <a href={href({ after: cursorOf(c, list, next) })} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  );
}
