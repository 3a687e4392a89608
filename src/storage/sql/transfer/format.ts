import { z } from "zod";
import type { Db } from "../database.ts";
import type { Engine } from "../engine/engine.ts";

/** An export cannot be read, or does not fit this database; the message is one line for the operator. */
export class TransferError extends Error {
  override readonly name = "TransferError";
}

export const exportVersion = 1;

const header = z.object({
  format: z.literal("mubarokah-id"),
  version: z.number(),
  /** Tells one export from another. */
  id: z.string().min(1).max(100),
  created_at: z.string(),
  migrations: z.array(z.string()),
  /** Fingerprints of the keys that sealed what is in it; none when they were not known. */
  secret_keys: z.array(z.string()),
  /** The columns of each table, in the order of the rows' values. */
  tables: z.record(z.string(), z.array(z.string())),
});

const trailer = z.object({
  totals: z.record(z.string(), z.object({ rows: z.number(), checksum: z.string() })),
});

/** The first line of an export. */
export type ExportHeader = z.infer<typeof header>;
/** The last line's: what each table holds. */
export type Totals = z.infer<typeof trailer>["totals"];

function parsed<Shape>(schema: z.ZodType<Shape>, line: string): Shape | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

export function parseHeader(line: string): ExportHeader {
  const read = parsed(header, line);
  if (!read) throw new TransferError("The file is no export of this program.");
  if (read.version !== exportVersion) {
    throw new TransferError(
      `The export has version ${read.version}, this program reads ${exportVersion}: use the version that wrote it, then upgrade.`,
    );
  }
  return read;
}

export function parseTotals(line: string): Totals {
  const read = parsed(trailer, line);
  if (!read) throw new TransferError("The export has no end: it was cut off. Export again.");
  return read.totals;
}

/** In an order that does not depend on the database. */
export async function columnsOf(engine: Engine, db: Db, table: string): Promise<string[]> {
  const columns = await engine.columnsOf(db, table);
  return columns.toSorted((a, b) => (a < b ? -1 : 1));
}
