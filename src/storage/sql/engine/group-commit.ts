import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import type { EngineOptions } from "./engine.ts";
import { patiently } from "./patience.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { explained, isBusy } from "./sqlite-errors.ts";
import { UnitSlot } from "./unit-slot.ts";

interface Waiting {
  readonly unit: (db: Db) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly since: number;
}

/** What a unit will be told once the commit it shares is on disk. */
type Answer = () => void;

/**
 * Runs units one after another, all that wait in a turn of the event loop in one durable transaction, each in a
 * savepoint of its own. Nobody is answered before the commit, not even with an error: it may rest on what a
 * neighbour has just changed.
 */
export class GroupCommit {
  readonly #connection: SqliteConnection;
  readonly #options: EngineOptions;
  readonly #waiting: Waiting[] = [];
  readonly #changed: () => void;
  #slot: UnitSlot;
  #draining: boolean = false;
  #drained: Promise<void> = Promise.resolve();
  #batch: Promise<void> | undefined;
  #closed: boolean = false;

  /** `changed` is called right after a commit that may have changed what was read before. */
  constructor(connection: SqliteConnection, options: EngineOptions, changed: () => void) {
    this.#connection = connection;
    this.#options = options;
    this.#changed = changed;
    this.#slot = new UnitSlot(connection);
  }

  async write<Result>(unit: (db: Db) => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new StorageUnavailable("The database is closed.");
    if (this.#waiting.length >= this.#options.maxWaiting) {
      throw new StorageUnavailable("Too many writes wait for the database.", { overloaded: true });
    }
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ unit, resolve, reject, since: performance.now() });
    if (!this.#draining) this.#drained = this.#drain();
    return (await promise) as Result;
  }

  /** Resolves while no transaction is open; the caller has until the end of its turn. */
  async idle(): Promise<void> {
    while (this.#batch) await this.#batch;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#drained;
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    while (this.#waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      await this.#nextBatch();
    }
    this.#draining = false;
  }

  async #nextBatch(): Promise<void> {
    try {
      await patiently(() => this.#connection.run("begin immediate"), isBusy, this.#options.patience);
    } catch (error) {
      for (const { reject } of this.#waiting.splice(0)) reject(asUnavailable(error));
      return;
    }
    this.#batch = this.#commitTogether();
    await this.#batch;
    this.#batch = undefined;
  }

  async #commitTogether(): Promise<void> {
    const begun: Waiting[] = [];
    const answers: Answer[] = [];
    const end = performance.now() + this.#options.commitBudget;
    try {
      do {
        const next = this.#waiting.shift();
        if (!next) break;
        begun.push(next);
        answers.push(await this.#inSavepoint(next));
      } while (begun.length < this.#options.unitsPerCommit && performance.now() < end);
      this.#connection.run("commit");
    } catch (error) {
      this.#abandon();
      this.#changed();
      for (const { reject } of begun) reject(asUnavailable(error));
      return;
    }
    if (this.#connection.takeChanged()) this.#changed();
    for (const answer of answers) answer();
  }

  /** Throws only when the transaction as a whole is lost. */
  async #inSavepoint(waiting: Waiting): Promise<Answer> {
    if (performance.now() - waiting.since > this.#options.patience) {
      const refusal = new StorageUnavailable("The write waited too long.", { overloaded: true });
      return () => waiting.reject(refusal);
    }
    this.#connection.run("savepoint unit");
    try {
      const result = await this.#runUnit(waiting);
      this.#connection.run("release unit");
      return () => waiting.resolve(result);
    } catch (error) {
      if (!this.#connection.inTransaction) throw error;
      this.#connection.run("rollback to unit");
      this.#connection.run("release unit");
      return () => waiting.reject(error);
    }
  }

  async #runUnit({ unit }: Waiting): Promise<unknown> {
    if (this.#slot.spent) this.#slot = new UnitSlot(this.#connection);
    return this.#slot.run(unit, this.#options.unitLimit);
  }

  #abandon(): void {
    try {
      if (this.#connection.inTransaction) this.#connection.run("rollback");
    } catch {
      // A connection that cannot even undo refuses the next "begin immediate", which tells it to whoever waits.
    }
  }
}

function asUnavailable(error: unknown): StorageUnavailable {
  const known = explained(error);
  if (known instanceof StorageUnavailable) return known;
  return new StorageUnavailable("The commit failed.", { cause: error });
}
