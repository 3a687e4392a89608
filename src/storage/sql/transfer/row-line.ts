import { hash } from "node:crypto";

export type Value = string | number | null;

/** What both databases can hold: PostgreSQL has no NUL in its texts, and UTF-8 no half of a surrogate pair. */
function portable(value: Value): Value {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : value;
}

/** A row as it stands in an export: `["users",10001,"Siti Aminah",…]`, values in the order of the header's columns. */
export function rowLine(table: string, values: readonly Value[]): string {
  return JSON.stringify([table, ...values.map(portable)]);
}

/** The values of a row's line; undefined for what `rowLine` would not have written. */
export function parseRowLine(line: string): { readonly table: string; readonly values: Value[] } | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) return undefined;
  const [table, ...values] = parsed as unknown[];
  return typeof table === "string" && values.every(isValue) ? { table, values } : undefined;
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === "string" || Number.isSafeInteger(value);
}

/**
 * Number and checksum of a table's rows, whatever their order: databases sort texts differently. The checksum is the sum of
 * the rows' SHA-256, word by word; it finds what was lost, doubled or changed by accident.
 */
export class RowSum {
  readonly #words = new Uint32Array(8);
  #rows = 0;

  add(line: string): void {
    const digest = hash("sha256", line, "buffer");
    for (let i = 0; i < 8; i++) this.#words[i] = (this.#words[i] ?? 0) + digest.readUInt32LE(i * 4);
    this.#rows += 1;
  }

  get total(): TableTotal {
    return { rows: this.#rows, checksum: Buffer.from(this.#words.buffer).toString("hex") };
  }
}

export interface TableTotal {
  readonly rows: number;
  readonly checksum: string;
}
