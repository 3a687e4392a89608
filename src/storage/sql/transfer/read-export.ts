import { type ExportHeader, parseHeader, parseTotals, type Totals, TransferError } from "./format.ts";
import { linesOf } from "./lines.ts";
import { parseRowLine, RowSum, type Value } from "./row-line.ts";
import { movedTables } from "./tables.ts";

/** Opens the export from its beginning, as often as it is asked. */
export type OpenExport = () => AsyncIterable<Uint8Array>;

export interface ExportRow {
  readonly table: string;
  readonly values: Value[];
}

const order = new Map<string, number>(movedTables.map(({ name }, index) => [name, index]));

export interface Checked {
  readonly header: ExportHeader;
  readonly totals: Totals;
  readonly rows: number;
}

/** Reads an export from end to end without storing anything: whole, in order, and what its trailer says. Throws TransferError. */
export async function checkExport(open: OpenExport): Promise<Checked> {
  const sums = new Map(movedTables.map(({ name }) => [name as string, new RowSum()]));
  const seen = { line: 0, table: 0, last: "" };
  let header: ExportHeader | undefined;
  const row = (line: string) => {
    const { table = "", values = [] } = parseRowLine(line) ?? {};
    const place = order.get(table);
    const fits = values.length === header?.tables[table]?.length;
    if (place === undefined || place < seen.table || !fits) throw damaged(seen.line);
    seen.table = place;
    sums.get(table)?.add(line);
  };
  for await (const lines of linesOf(open())) {
    for (const line of lines) {
      if (seen.line > 1) row(seen.last);
      else if (seen.line === 1) header = parseHeader(seen.last);
      seen.line += 1;
      seen.last = line;
    }
  }
  if (!header) throw new TransferError("The file is no export of this program, or only its beginning.");
  const totals = parseTotals(seen.last);
  compare(Object.fromEntries([...sums].map(([name, sum]) => [name, sum.total])), totals, "The export");
  return { header, totals, rows: seen.line - 2 };
}

function damaged(line: number): TransferError {
  return new TransferError(`Line ${line} of the export is damaged. Export again.`);
}

/** Throws TransferError at the first table that is not as the trailer says. */
export function compare(found: Totals, expected: Totals, whose: string): void {
  for (const { name } of movedTables) {
    const [is, shall] = [found[name], expected[name]];
    if (is?.rows !== shall?.rows)
      throw new TransferError(
        `${whose} has ${is?.rows ?? 0} rows of ${name} instead of ${shall?.rows ?? 0}.`,
      );
    if (is?.checksum !== shall?.checksum)
      throw new TransferError(`${whose} has rows of ${name} that differ from what was exported.`);
  }
}

/** The rows after the first `skip`, in order, of an export that was checked. */
export async function* rowsOf(open: OpenExport, skip: number): AsyncGenerator<ExportRow> {
  let line = 0;
  for await (const lines of linesOf(open())) {
    for (const text of lines) {
      line += 1;
      if (line <= skip + 1 || text.startsWith("{")) continue;
      const row = parseRowLine(text);
      if (!row) throw damaged(line);
      yield row;
    }
  }
}
