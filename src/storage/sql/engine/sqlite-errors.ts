import { StorageUnavailable } from "../../port/storage.ts";

// Primary result codes, https://www.sqlite.org/rescode.html
const busy = new Set([5, 6, 15]); // BUSY, LOCKED, PROTOCOL
const away = new Set([3, 7, 8, 10, 11, 13, 14, 26]); // PERM, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB

function primaryCode(error: unknown): number {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return 0;
  return error.errcode & 0xff;
}

/** Another connection holds the lock: worth another try. */
export function isBusy(error: unknown): boolean {
  return busy.has(primaryCode(error));
}

/** `StorageUnavailable` for what is the database's condition; anything else (a violated constraint, a bug) as it is. */
export function explained(error: unknown): unknown {
  const code = primaryCode(error);
  if (busy.has(code)) return new StorageUnavailable("The database is locked.", { cause: error });
  if (!away.has(code)) return error;
  const what = error instanceof Error && "errstr" in error ? error.errstr : "unknown";
  return new StorageUnavailable(`The database cannot be used: ${what}.`, { cause: error });
}
