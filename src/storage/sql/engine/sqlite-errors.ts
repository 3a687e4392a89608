import { OwnerGone, StorageUnavailable } from "../../port/storage.ts";

// Primary result codes, https://www.sqlite.org/rescode.html
const busy = new Set([5, 6, 15]); // BUSY, LOCKED, PROTOCOL
const away = new Set([3, 7, 8, 10, 11, 13, 14, 26]); // PERM, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB

const damaged = new Set([11, 26]); // CORRUPT, NOTADB
const foreignKey = 787; // CONSTRAINT_FOREIGNKEY, an extended one

function codeOf(error: unknown): number {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode
    : 0;
}

function primaryCode(error: unknown): number {
  return codeOf(error) & 0xff;
}

/** Another connection holds the lock: worth another try. */
export function isBusy(error: unknown): boolean {
  return busy.has(primaryCode(error));
}

/** What only a damaged file says; a number that JavaScript has none for was never stored by this program. */
export function isDamage(error: unknown): boolean {
  if (damaged.has(primaryCode(error))) return true;
  return error instanceof RangeError && "code" in error && error.code === "ERR_OUT_OF_RANGE";
}

/** `StorageUnavailable` for what is the database's condition, `OwnerGone`; anything else (a bug) as it is. */
export function explained(error: unknown): unknown {
  if (codeOf(error) === foreignKey) return new OwnerGone(error);
  const code = primaryCode(error);
  if (busy.has(code)) return new StorageUnavailable("The database is locked.", { cause: error });
  if (!away.has(code) && !isDamage(error)) return error;
  const what = error instanceof Error && "errstr" in error ? error.errstr : "unknown";
  return new StorageUnavailable(`The database cannot be used: ${what}.`, { cause: error });
}
