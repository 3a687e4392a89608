import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Inspected, inspect } from "./inspect.ts";
import { BackupError, sqliteReason, withFile } from "./sqlite-file.ts";

/**
 * Copies a database as it is at one moment into a new file that only its owner can read. Servers go on reading and writing
 * meanwhile; this process waits. Nothing stands under the name `to` before the copy is whole, checked and on disk.
 */
export function copyDatabase(from: string, to: string): Inspected {
  if (!existsSync(from)) throw new BackupError(`There is no database at ${from}.`);
  return makeFile(to, (partial) => {
    withFile(from, "read", (database) => database.prepare("vacuum into ?").run(partial));
    return inspect(partial);
  });
}

/** Lets `fill` write a file of mode 0600 under another name and gives it its own once it is on disk. Never overwrites. */
export function makeFile<Result>(path: string, fill: (partial: string) => Result): Result {
  const partial = `${path}.partial`;
  reserve(path);
  try {
    reserve(partial);
    const result = fill(partial);
    sync(partial);
    renameSync(partial, path);
    sync(dirname(path));
    return result;
  } catch (error) {
    rmSync(path, { force: true });
    rmSync(partial, { force: true });
    throw error instanceof BackupError
      ? error
      : new BackupError(`${path} was not written: ${sqliteReason(error)}.`);
  }
}

function reserve(path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new BackupError(exists ? `${path} exists already: nothing was overwritten.` : sqliteReason(error));
  }
}

/** Until then a power cut may take it away. */
export function sync(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
