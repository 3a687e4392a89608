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

  /** Runs one unit; rejects when it does not settle within `limit` milliseconds. */
  async run<Result>(unit: (db: Db) => Promise<Result>, limit: number): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    // SQLite answers without leaving this turn of the event loop: a timer that fires has caught a unit
    // that awaits something else, and keeps everybody behind it waiting.
    const timer = setTimeout(() => {
      this.#spent = true;
      reject(awaitedSomethingForeign());
    }, limit);
    this.#open = true;
    try {
      unit(this.db).then(resolve, reject);
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#open = false;
    }
  }
}
