import { OwnerGone, StorageUnavailable } from "../../port/storage.ts";

// SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
/** Serialization failure and deadlock: another transaction was first. */
const conflicts = new Set(["40001", "40P01"]);
/** Connection lost, out of resources, stopped by an operator or a timeout, broken disk, inner failure. */
const awayClasses = new Set(["08", "53", "57", "58", "XX"]);
/** Read-only; too long idle in a transaction, or too long a transaction; lock not to be had; commit of unknown outcome. */
const away = new Set(["25006", "25P03", "25P04", "55P03", "40003"]);
/** Stopped by an administrator or a crash: the server ends the connection after saying so. */
const terminated = new Set(["57P01", "57P02"]);

const foreignKey = "23503";

/** The connection broke while something was asked of it; nothing was stored, unless it was asked to commit. */
export class ConnectionLost extends StorageUnavailable {
  constructor(cause: unknown) {
    super("The connection to the database was lost.", { cause });
  }
}

/** What the server answered; undefined for errors of this side. */
export function sqlState(error: unknown): string | undefined {
  const answered = error instanceof Error && "severity" in error && "code" in error;
  return answered && typeof error.code === "string" ? error.code : undefined;
}

/** An administrator, or a crash of another connection, has ended this one; the next may well be made. */
export function isTerminated(error: unknown): boolean {
  return terminated.has(sqlState(error) ?? "");
}

/** The transaction lost against another one. */
export function isConflict(error: unknown): boolean {
  return conflicts.has(sqlState(error) ?? "");
}

/** A statement was prepared before a table changed (a newer node has migrated it), or is not known on this connection. */
export function isStaleStatement(error: unknown): boolean {
  const state = sqlState(error);
  return state === "26000" || (state === "0A000" && /cached plan/.test(String(error)));
}

/** Nothing is wrong with what was asked: asked once more, it may well be done. */
export function isPassing(error: unknown): boolean {
  return isConflict(error) || isStaleStatement(error) || error instanceof ConnectionLost;
}

/** `StorageUnavailable` for what is the database's condition, `OwnerGone`; anything else (a bug) as it is. */
export function explained(error: unknown): unknown {
  const state = sqlState(error);
  if (state === undefined) return error;
  if (state === foreignKey) return new OwnerGone(error);
  if (terminated.has(state) || state.startsWith("08")) return new ConnectionLost(error);
  if (!away.has(state) && !awayClasses.has(state.slice(0, 2))) return error;
  return new StorageUnavailable(`The database cannot be used: ${messageOf(error)} (${state}).`, {
    cause: error,
  });
}

/** Whatever keeps a connection from being made keeps the database from being used. */
export function unreachable(error: unknown): StorageUnavailable {
  return new StorageUnavailable(`The database cannot be reached: ${messageOf(error)}`, { cause: error });
}

/** Node tells of several addresses tried by an error whose own message is empty. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
