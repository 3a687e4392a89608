import { DatabaseSync } from "node:sqlite";

/** A database file cannot be copied, trusted or replaced; the message is one line for the operator. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** Milliseconds that a lock is waited for; here nobody else is kept waiting meanwhile. */
const patience = 5_000;

/** The path of a SQLite database that lives in a file; undefined for every other DATABASE_URL. */
export function sqliteFile(databaseUrl: string): string | undefined {
  const path = /^sqlite:(.+)$/s.exec(databaseUrl)?.[1];
  return path === ":memory:" ? undefined : path;
}

/** Opens a database file for as long as `work` lasts. */
export function withFile<Result>(
  path: string,
  mode: "read" | "write",
  work: (database: DatabaseSync) => Result,
): Result {
  const database = new DatabaseSync(path, { readOnly: mode === "read", timeout: patience });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** What SQLite itself says of an error, in words. */
export function sqliteReason(error: unknown): string {
  if (error instanceof Error && "errstr" in error) return String(error.errstr);
  return error instanceof Error ? error.message : String(error);
}
