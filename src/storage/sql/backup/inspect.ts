import { statSync } from "node:fs";
import { contracts, readMigrations } from "../migrate.ts";
import { BackupError, sqliteReason, withFile } from "./sqlite-file.ts";

export interface Inspected {
  readonly bytes: number;
  readonly users: number;
  /** The last migration it has seen. */
  readonly migration: string;
}

/**
 * Reads a database file from end to end: sound, without dangling references, made by this version or an older one.
 * Throws BackupError otherwise.
 */
export function inspect(path: string): Inspected {
  try {
    return withFile(path, "read", (database) => {
      const all = (sql: string) => database.prepare(sql).all();
      const [verdict] = all("pragma integrity_check(1)");
      if (verdict?.["integrity_check"] !== "ok") throw new BackupError(`${path} is damaged.`);
      if (all("pragma foreign_key_check").length > 0)
        throw new BackupError(`${path} has rows without parents.`);
      const [{ users } = { users: 0 }] = all("select count(*) as users from users");
      const names = all("select name from migrations order by name").map(({ name }) => String(name));
      return { bytes: statSync(path).size, users: Number(users), migration: lastKnown(path, names) };
    });
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${path} is no database of this program: ${sqliteReason(error)}.`);
  }
}

function lastKnown(path: string, names: readonly string[]): string {
  const known = new Set(readMigrations().map(({ name }) => name));
  const foreign = names.find((name) => !known.has(name) && contracts(name));
  if (foreign !== undefined) {
    throw new BackupError(
      `${path} has the migration ${foreign}, which this version does not know: run a newer one.`,
    );
  }
  return names.at(-1) ?? "none";
}
