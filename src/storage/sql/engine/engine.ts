import type { Db } from "../database.ts";

/** What a database must bring so that the repositories run on it. */
export interface Engine {
  /** Sees what is committed; refuses everything but reads. */
  readonly committed: Db;
  /**
   * Another number whenever what was read from `committed` before may have changed. Absent where others write unseen.
   */
  readonly generation?: () => number;
  /** Runs `unit` atomically and durably, as `Storage.write` promises. */
  write<Result>(unit: (db: Db) => Promise<Result>): Promise<Result>;
  /**
   * As `write`, without waiting for the disk: when the machine fails right after it, all may be as it was before. For what is
   * then simply done again. Whatever is written durably after it keeps it too.
   */
  writeUnsynced<Result>(unit: (db: Db) => Promise<Result>): Promise<Result>;
  /** As `write`, for work that changes tables and may last: only one process of all does so at a time. */
  alone<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /** One unchanging view of what is committed now, for reads only, for as long as `read` takes; writers go on meanwhile. */
  snapshot<Result>(read: (db: Db) => Promise<Result>): Promise<Result>;
  /**
   * Keeps a copy of what is committed before a migration changes it and says where; undefined when there is nothing to lose.
   * Absent where copies are the operator's affair.
   */
  readonly keepCopy?: (migration: string) => string | undefined;
  /** The names of a table's columns; none when there is no such table. */
  columnsOf(db: Db, table: string): Promise<readonly string[]>;
  /** Waits for units under way, then closes. */
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Milliseconds that a locked, slow or silent database is waited for, whatever is asked of it. */
  readonly patience: number;
  /** Milliseconds after which a unit that waits for something foreign is undone. */
  readonly unitLimit: number;
  /** Units (PostgreSQL: reads too) that may wait; further ones are refused as overload. */
  readonly maxWaiting: number;
  /** SQLite: units that may share one commit. */
  readonly unitsPerCommit: number;
  /** SQLite: milliseconds after which no further unit joins a commit, so that the event loop breathes. */
  readonly commitBudget: number;
  /** PostgreSQL: connections that this process opens at most. */
  readonly connections: number;
}

export const engineDefaults: EngineOptions = {
  patience: 1_500,
  unitLimit: 250,
  maxWaiting: 4_096,
  unitsPerCommit: 256,
  commitBudget: 15,
  connections: 10,
};
