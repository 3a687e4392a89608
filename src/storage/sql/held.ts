import type { SelectQueryBuilder } from "kysely";
import type { Db } from "./database.ts";

/** Where units run beside one another. On SQLite each has the database for itself, and its grammar knows no row locks. */
const sideBySide = new WeakSet<Db>();

/** Called by an engine for what it gives to a unit. */
export function runsBesideOthers(db: Db): Db {
  sideBySide.add(db);
  return db;
}

/** Whether what `held` adds is needed there. */
export function isBesideOthers(db: Db): boolean {
  return sideBySide.has(db);
}

/**
 * Makes a row that a unit has found stay as it is until the unit ends, so that what it then writes cannot rest on what is no
 * longer true. Others that only read, or refer to the row, are not kept waiting. For single rows by their key: whoever
 * holds many makes others wait in vain, and in circles.
 */
export function held<Schema, Tables extends keyof Schema & string, Columns>(
  db: Db,
  table: Tables,
  query: SelectQueryBuilder<Schema, Tables, Columns>,
): SelectQueryBuilder<Schema, Tables, Columns> {
  return isBesideOthers(db) ? query.forNoKeyUpdate(table) : query;
}

/** Keeps a row from being deleted until the unit ends, as what refers to it does; it may change, and nobody waits who does the same. */
export function kept<Schema, Tables extends keyof Schema, Columns>(
  db: Db,
  query: SelectQueryBuilder<Schema, Tables, Columns>,
): SelectQueryBuilder<Schema, Tables, Columns> {
  return isBesideOthers(db) ? query.forKeyShare() : query;
}

/** Lets what belongs to one person be changed by one unit after another, where rows decide about one another (the last factor). */
export async function holdUser(db: Db, id: number): Promise<void> {
  if (!sideBySide.has(db)) return;
  await db.selectFrom("users").select("id").where("id", "=", id).forNoKeyUpdate().execute();
}
