import { existsSync } from "node:fs";
import { type Inspected, inspect } from "./inspect.ts";
import { makeFile } from "./new-file.ts";
import { BackupError, withFile } from "./sqlite-file.ts";

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
