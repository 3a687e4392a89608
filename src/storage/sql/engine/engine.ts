import type { Db } from "../database.ts";

/** What a database must bring so that the repositories run on it. */
export interface Engine {
  /** Sees what is committed; refuses everything but reads. */
  readonly committed: Db;
  /** Runs `unit` atomically and durably, as `Storage.write` promises. */
  write<Result>(unit: (db: Db) => Promise<Result>): Promise<Result>;
  /** Waits for units under way, then closes. */
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Milliseconds that a locked database is waited for. */
  readonly patience: number;
  /** Milliseconds after which a unit that waits for something foreign is undone. */
  readonly unitLimit: number;
  /** Units that may share one commit. */
  readonly unitsPerCommit: number;
  /** Milliseconds after which no further unit joins a commit, so that the event loop breathes. */
  readonly commitBudget: number;
  /** Units that may wait; further ones are refused as overload. */
  readonly maxWaiting: number;
}

export const engineDefaults: EngineOptions = {
  patience: 1_500,
  unitLimit: 250,
  unitsPerCommit: 256,
  commitBudget: 15,
  maxWaiting: 4_096,
};
