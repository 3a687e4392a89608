import { type NoteReason, noteReasons, type SkipReason, skipReasons } from "./reasons.ts";

export const passportTables = ["users", "clients", "approvals"] as const;
export type PassportTable = (typeof passportTables)[number];

/** What became of one row; named by its number and id only, so that the report holds nothing of a person. */
export interface Fate {
  readonly row: number;
  readonly id: string | null;
  readonly outcome: "taken" | "unchanged" | SkipReason;
  readonly notes: readonly NoteReason[];
}

interface Remark {
  readonly table: PassportTable;
  readonly row: number;
  readonly id: string | null;
  readonly reason: SkipReason | NoteReason;
}

/** Named rows a reason; the numbers are complete. */
const shown = 10;

export class Report {
  readonly #counts = new Map<PassportTable, { taken: number; unchanged: number; skipped: number }>();
  readonly #skipped: Remark[] = [];
  readonly #noted: Remark[] = [];

  add(table: PassportTable, { row, id, outcome, notes }: Fate): void {
    const counts = this.#counts.get(table) ?? { taken: 0, unchanged: 0, skipped: 0 };
    this.#counts.set(table, counts);
    if (outcome === "taken" || outcome === "unchanged") counts[outcome] += 1;
    else {
      counts.skipped += 1;
      this.#skipped.push({ table, row, id, reason: outcome });
    }
    if (outcome === "taken") this.#noted.push(...notes.map((reason) => ({ table, row, id, reason })));
  }

  get data(): Readonly<Record<string, unknown>> {
    const none = { taken: 0, unchanged: 0, skipped: 0 };
    const counts = passportTables.map((table) => [table, this.#counts.get(table) ?? none]);
    return { ...Object.fromEntries(counts), skipped: this.#skipped, noted: this.#noted };
  }

  get lines(): string[] {
    return [...this.#counts].flatMap(([table, { taken, unchanged, skipped }]) => [
      `${table}: ${taken} taken, ${unchanged} here already, ${skipped} skipped`,
      ...said(this.#skipped, table, skipReasons, "skipped"),
      ...said(this.#noted, table, noteReasons, "taken, but"),
    ]);
  }
}

function said(
  remarks: readonly Remark[],
  table: PassportTable,
  words: Readonly<Record<string, string>>,
  what: string,
): string[] {
  const groups = Map.groupBy(
    remarks.filter((remark) => remark.table === table),
    ({ reason }) => reason,
  );
  return [...groups].map(([reason, group]) => {
    const rows = group.slice(0, shown).map(({ row }) => row);
    const more = group.length > shown ? ", …" : "";
    return `  ${group.length} ${what} (${reason}): ${words[reason]} [rows ${rows.join(", ")}${more}]`;
  });
}
