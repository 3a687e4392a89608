import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Inspected, inspect } from "./inspect.ts";
import { makeFile, sync } from "./new-file.ts";
import { BackupError, sqliteReason, withFile } from "./sqlite-file.ts";
import { stamp } from "./stamp.ts";

export interface Restored extends Inspected {
  /** Where the database that was there before is now; null when there was none. */
  readonly replaced: string | null;
}

/**
 * Puts a backup in the place of a database that nobody uses. The backup is read from end to end first, and what it
 * replaces is kept beside it. `force` is needed where there is a database already.
 */
export function restoreDatabase(backup: string, target: string, now: number, force: boolean): Restored {
  if (!existsSync(backup)) throw new BackupError(`There is no backup at ${backup}.`);
  inspect(backup);
  const present = existsSync(target);
  if (present && !force)
    throw new BackupError(
      `${target} exists already: give --force to keep it aside and take the backup instead.`,
    );
  // In use is found out before the work is done.
  if (present) settle(target);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const fresh = `${target}.restoring-${stamp(now)}`;
  const inspected = makeFile(fresh, (partial) => {
    copyFileSync(backup, partial);
    return inspect(partial);
  });
  try {
    const replaced = setAside(target, now);
    renameSync(fresh, target);
    sync(dirname(target));
    return { ...inspected, replaced };
  } finally {
    rmSync(fresh, { force: true });
  }
}

/**
 * Out of the way, with the journal of one that was not closed, also where nothing but the journal is left: SQLite would take
 * it for that of the backup. Null when there is nothing.
 */
function setAside(target: string, now: number): string | null {
  const aside = `${target}.replaced-${stamp(now)}`;
  if (existsSync(target)) settle(target);
  const left = ["", "-wal", "-shm"].filter((suffix) => existsSync(target + suffix));
  for (const suffix of left) renameSync(target + suffix, aside + suffix);
  return left.length > 0 ? aside : null;
}

const busyCodes = new Set([5, 6]);

/** Leaving WAL takes a lock that nobody gets while another process has the file open; and it empties the journal. */
function settle(target: string): void {
  try {
    withFile(target, "write", (database) => database.exec("pragma journal_mode = delete"));
  } catch (error) {
    const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
    if (busyCodes.has(code)) throw new BackupError(`${target} is in use: stop the server first.`);
    // A damaged file is why one restores: it is kept as it is. Anything else would not be understood here.
    if (code !== 11 && code !== 26)
      throw new BackupError(`${target} cannot be set aside: ${sqliteReason(error)}.`);
  }
}
