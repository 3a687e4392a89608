import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import { kyselyOver } from "./kysely-over.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { explained } from "./sqlite-errors.ts";
import { awaitedSomethingForeign, cameTooLate } from "./unit-errors.ts";

/**
 * The writer as one unit at a time sees it. Once a unit is over, or was given up, its queries are refused:
 * they would land in the savepoint of another.
 */
export class UnitSlot {
  readonly db: Db;
  #open: boolean = false;
  #spent: boolean = false;
  #since: number = 0;
  #giveUp: (error: Error) => void = () => {};

  constructor(connection: SqliteConnection) {
    this.db = kyselyOver(async ({ sql, parameters }) => {
      if (!this.#open) throw cameTooLate();
      if (!connection.inTransaction) throw new StorageUnavailable("The database undid the transaction.");
      try {
        return connection.run(sql, parameters);
      } catch (error) {
        throw explained(error);
      }
    });
  }

  /** A unit was given up here and may still be going on: the slot must not be used again. */
  get spent(): boolean {
    return this.#spent;
  }

  /** Gives the unit that runs here up when it has not settled within `limit` milliseconds. */
  giveUpAfter(limit: number): void {
    if (!this.#open || performance.now() - this.#since < limit) return;
    // SQLite answers without leaving this turn of the event loop: whoever looks from another turn has caught a unit
    // that awaits something else, and keeps everybody behind it waiting.
    this.#spent = true;
    this.#giveUp(awaitedSomethingForeign());
  }

  /** Runs one unit. */
  async run<Result>(unit: (db: Db) => Promise<Result>): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#giveUp = reject;
    this.#since = performance.now();
    this.#open = true;
    try {
      unit(this.db).then(resolve, reject);
      return await promise;
    } finally {
      this.#open = false;
    }
  }
}
