import type { DumpRow } from "./dump.ts";

/** The first of these columns that holds something, as text without blanks around it. */
export function textOf(row: DumpRow, ...columns: readonly string[]): string | undefined {
  for (const column of columns) {
    const value = row[column];
    const text = typeof value === "string" || typeof value === "number" ? `${value}`.trim() : "";
    if (text !== "") return text;
  }
  return undefined;
}

/** Whether the dump has one of these columns at all. */
export function hasColumn(row: DumpRow, ...columns: readonly string[]): boolean {
  return columns.some((column) => column in row);
}

const yes = new Set(["1", "true", "t", "yes", "\x01"]);

/** Databases write truth in many ways. */
export function truthOf(row: DumpRow, column: string): boolean {
  const value = row[column];
  return value === true || (value !== undefined && yes.has(`${value}`.toLowerCase()));
}

const dateShape = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** A moment in milliseconds; without a time zone it is UTC, as Laravel keeps it. Undefined for none, `0000-00-00` included. */
export function momentOf(row: DumpRow, ...columns: readonly string[]): number | undefined {
  const [, day, time = "00:00:00", zone = "Z"] = dateShape.exec(textOf(row, ...columns) ?? "") ?? [];
  if (day === undefined) return undefined;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  const moment = Date.parse(`${day}T${time}${offset}`);
  return Number.isSafeInteger(moment) && moment > 0 ? moment : undefined;
}

/** A list as Laravel casts keep it (`["a","b"]`), or separated by commas or blanks. */
export function listOf(row: DumpRow, column: string, separator: RegExp): readonly string[] | undefined {
  const value = row[column];
  const list = Array.isArray(value) ? value : listed(textOf(row, column), separator);
  return list?.map((entry) => `${entry}`.trim()).filter((entry) => entry !== "");
}

function listed(text: string | undefined, separator: RegExp): readonly unknown[] | undefined {
  if (text === undefined) return undefined;
  if (!text.startsWith("[")) return text.split(separator);
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
