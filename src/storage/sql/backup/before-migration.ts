import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { copyDatabase } from "./copy.ts";
import { stamp } from "./stamp.ts";

/** How many of them are kept. */
const kept = 3;

/**
 * Keeps a copy beside the database before a migration changes it: `<database>.before-<migration>-<time>`. Older ones are
 * removed once it is there. Resolves to its path; throws BackupError.
 */
export function copyBeforeMigration(database: string, migration: string, now: number): string {
  const copy = `${database}.before-${basename(migration, ".sql")}-${stamp(now)}`;
  copyDatabase(database, copy);
  removeOld(database);
  return copy;
}

function removeOld(database: string): void {
  const prefix = `${basename(database)}.before-`;
  const age = (name: string) => /\d{8}T\d{9}Z$/.exec(name)?.[0] ?? "";
  const copies = readdirSync(dirname(database)).filter((name) => name.startsWith(prefix) && age(name) !== "");
  const oldestLast = copies.toSorted((a, b) => (age(a) < age(b) ? 1 : -1));
  for (const name of oldestLast.slice(kept)) rmSync(join(dirname(database), name));
}
