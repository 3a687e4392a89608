import type { SqliteConnection } from "./sqlite-connection.ts";

/**
 * Says whether what was read before may have changed since. Changes of this process are told by `changed`, right after their
 * commit; those of others (the command line) are found by SQLite's own counter, which is looked at once in a turn of the
 * event loop: 3 µs for all requests of that turn.
 */
export class Freshness {
  readonly #writer: SqliteConnection;
  #seen: unknown;
  #generation: number = 0;
  #looked: boolean = false;

  /** `writer`: the counter of a connection does not move with its own commits. */
  constructor(writer: SqliteConnection) {
    this.#writer = writer;
  }

  changed(): void {
    this.#generation += 1;
  }

  /** Another number than before: forget what was read until then. */
  generation(): number {
    if (!this.#looked) {
      this.#looked = true;
      setImmediate(() => {
        this.#looked = false;
      });
      this.#look();
    }
    return this.#generation;
  }

  #look(): void {
    const found = this.#counter();
    if (found !== undefined && found === this.#seen) return;
    this.#seen = found;
    this.changed();
  }

  #counter(): unknown {
    try {
      // In a transaction of ours nobody else commits.
      if (this.#writer.inTransaction) return this.#seen;
      return this.#writer.run<{ data_version: number }>("pragma data_version").rows[0]?.data_version;
    } catch {
      // A database that is away, busy or closed tells nothing: what is read next will say so.
      return undefined;
    }
  }
}
