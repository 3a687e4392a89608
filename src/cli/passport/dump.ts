import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { CommandFailure } from "../command.ts";
import { CsvReader, type CsvRecord, delimiterOf } from "./csv.ts";

/** A row of a dumped table, by column. */
export type DumpRow = Readonly<Record<string, unknown>>;

export interface NumberedRow {
  /** Counted from 1, without a header. */
  readonly number: number;
  /** Undefined for what has no columns, or other columns than the header. */
  readonly row: DumpRow | undefined;
}

const endings = ["csv", "json", "ndjson", "jsonl"];
/** Bytes; a JSON array is read whole. */
const largestJson = 512 * 1024 * 1024;

/** The file of a table in a folder of dumps; undefined when there is none. */
export function dumpFile(folder: string, tables: readonly string[]): string | undefined {
  const candidates = tables.flatMap((table) => endings.map((ending) => join(folder, `${table}.${ending}`)));
  const found = candidates.filter((path) => existsSync(path));
  if (found.length > 1)
    throw new CommandFailure(
      `${found.map((path) => basename(path)).join(" and ")} are the same table: keep one of them.`,
    );
  return found[0];
}

/** The rows of a dump: CSV with a header, a JSON array, or an object a line. */
export async function* rowsOf(path: string): AsyncGenerator<NumberedRow> {
  let number = 0;
  const rows = path.endsWith(".csv")
    ? csvRows(path)
    : path.endsWith(".json")
      ? jsonRows(path)
      : lineRows(path);
  for await (const row of rows) {
    number += 1;
    yield { number, row };
  }
}

async function* textOf(path: string): AsyncGenerator<string> {
  let first = true;
  for await (const piece of createReadStream(path, "utf8")) {
    const text = String(piece);
    yield first ? text.replace(/^\uFEFF/, "") : text;
    first = false;
  }
}

async function* csvRecords(path: string): AsyncGenerator<CsvRecord> {
  let reader: CsvReader | undefined;
  for await (const text of textOf(path)) {
    reader ??= new CsvReader(delimiterOf(text.split("\n", 1)[0] ?? ""));
    yield* reader.read(text);
  }
  if (reader) yield* reader.end();
}

async function* csvRows(path: string): AsyncGenerator<DumpRow | undefined> {
  let columns: readonly string[] | undefined;
  for await (const record of csvRecords(path)) {
    if (columns === undefined) columns = record.map((name) => (name ?? "").trim().toLowerCase());
    else if (record.length !== columns.length) yield undefined;
    else yield Object.fromEntries(columns.map((name, index) => [name, record[index]]));
  }
}

function asRow(value: unknown): DumpRow | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as DumpRow)
    : undefined;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandFailure(`${path} is not JSON.`);
  }
}

/** An array of rows; also as phpMyAdmin wraps it (`[…,{"type":"table","data":[…]}]`), or in an object's `data`. */
function* jsonRows(path: string): Generator<DumpRow | undefined> {
  if (statSync(path).size > largestJson)
    throw new CommandFailure(
      `${path} is too large to be read whole: give CSV, or one object a line as .ndjson.`,
    );
  const whole = parsed(readFileSync(path, "utf8").replace(/^\uFEFF/, ""), path);
  const list = Array.isArray(whole) ? whole : asRow(whole)?.["data"];
  if (!Array.isArray(list)) throw new CommandFailure(`${path} is no list of rows.`);
  const wrapped = list
    .map(asRow)
    .find((entry) => entry?.["type"] === "table" && Array.isArray(entry["data"]));
  for (const entry of wrapped ? (wrapped["data"] as unknown[]) : list) yield asRow(entry);
}

async function* lineRows(path: string): AsyncGenerator<DumpRow | undefined> {
  let rest = "";
  const row = (line: string) => asRow(parsed(line, path));
  for await (const text of textOf(path)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield row(line);
  }
  if (rest.trim() !== "") yield row(rest);
}
