import type { AuditEntry } from "../../../storage/port/audit.ts";

const columns = [
  "id",
  "at",
  "actor_id",
  "via",
  "action",
  "target_kind",
  "target_id",
  "ip",
  "request_id",
  "details",
] as const;

/** How a spreadsheet takes a cell for a formula: by its first sign, also in full width, whatever blanks stand before it. */
const formula = /^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** A cell (RFC 4180 §2) that no spreadsheet runs: what looks like a formula begins with an apostrophe, which it shows as text. */
export function cell(value: string): string {
  const text = formula.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

function line(values: readonly string[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

export const header = line(columns);

export function entryLine(entry: AuditEntry): string {
  const { id, at, actorId, via, action, target, ip, requestId, details } = entry;
  return line([
    ...[id, new Date(at).toISOString(), actorId === null ? "" : String(actorId), via, action],
    ...[target.kind, target.id, ip ?? "", requestId ?? "", JSON.stringify(details)],
  ]);
}
