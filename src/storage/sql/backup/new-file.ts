import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { BackupError, sqliteReason } from "./sqlite-file.ts";

/** A file of mode 0600 that has its own name only once it is whole and on disk. Nothing is ever overwritten. */
export interface NewFile {
  /** Where to write until then. */
  readonly partial: string;
  keep(): void;
  /** Removes what there is of it; resolves to what the operator is told. */
  discard(error: unknown): BackupError;
}

export function newFile(path: string): NewFile {
  const partial = `${path}.partial`;
  reserve(path);
  try {
    reserve(partial);
  } catch (error) {
    rmSync(path);
    throw error;
  }
  return {
    partial,
    keep() {
      sync(partial);
      renameSync(partial, path);
      sync(dirname(path));
    },
    discard(error) {
      for (const left of [path, partial]) rmSync(left, { force: true });
      return error instanceof BackupError
        ? error
        : new BackupError(`${path} was not written: ${sqliteReason(error)}.`);
    },
  };
}

/** Lets `fill` write a new file. */
export function makeFile<Result>(path: string, fill: (partial: string) => Result): Result {
  const file = newFile(path);
  try {
    const result = fill(file.partial);
    file.keep();
    return result;
  } catch (error) {
    throw file.discard(error);
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
