import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import type { EngineOptions } from "./engine.ts";
import { insideUnit } from "./inside-unit.ts";
import { patiently } from "./patience.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { explained, isBusy } from "./sqlite-errors.ts";
import { awaitedSomethingForeign } from "./unit-errors.ts";
import { UnitSlot } from "./unit-slot.ts";

interface Waiting {
  readonly unit: (db: Db) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly since: number;
  failed?: boolean;
  givenUp?: boolean;
}

/** About as many as fill the log with the thousand pages after which SQLite would do it in the middle of a commit. */
const rowsPerCheckpoint = 1_000;

/** What a unit will be told once the commit it shares is on disk. */
type Answer = () => void;

/**
 * Runs units one after another, all that wait in a turn of the event loop in one durable transaction; one that fails takes
 * nothing of the others with it. Nobody is answered before the commit, not even with an error: it may rest on what a
 * neighbour has just changed.
 */
export class GroupCommit {
  readonly #connection: SqliteConnection;
  readonly #options: EngineOptions;
  readonly #waiting: Waiting[] = [];
  /** Each of these has a commit of its own, in the gaps between the shared ones. */
  readonly #unsynced: Waiting[] = [];
  readonly #changed: () => void;
  #slot: UnitSlot;
  #synchronous: "full" | "normal" | undefined;
  #checkpointed: number = 0;
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

  write<Result>(unit: (db: Db) => Promise<Result>): Promise<Result> {
    return this.#enqueue(unit, this.#waiting);
  }

  writeUnsynced<Result>(unit: (db: Db) => Promise<Result>): Promise<Result> {
    return this.#enqueue(unit, this.#unsynced);
  }

  #enqueue<Result>(unit: (db: Db) => Promise<Result>, queue: Waiting[]): Promise<Result> {
    if (this.#closed) return Promise.reject(new StorageUnavailable("The database is closed."));
    if (queue.length >= this.#options.maxWaiting) {
      const refusal = new StorageUnavailable("Too many writes wait for the database.", { overloaded: true });
      return Promise.reject(refusal);
    }
    return new Promise<unknown>((resolve, reject) => {
      queue.push({ unit, resolve, reject, since: performance.now() });
      if (!this.#draining) this.#drained = this.#drain();
    }) as Promise<Result>;
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
    while (this.#waiting.length + this.#unsynced.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#waiting.length > 0) await this.#nextBatch(this.#waiting, "full");
      const [next] = this.#unsynced.splice(0, 1);
      if (next) await this.#nextBatch([next], "normal");
      await this.#checkpoint();
    }
    this.#draining = false;
  }

  /** Brings the log into the file, which waits for the disk: when nothing is locked, and nobody waits for an answer. */
  async #checkpoint(): Promise<void> {
    if (this.#connection.changedRows - this.#checkpointed < rowsPerCheckpoint) return;
    this.#checkpointed = this.#connection.changedRows;
    await new Promise((resolve) => setImmediate(resolve));
    try {
      this.#connection.run("pragma wal_checkpoint(passive)");
    } catch {
      // Whoever writes next is told.
    }
  }

  /** With "normal" SQLite leaves it to the next checkpoint, or "full" commit, to bring the log to the disk. */
  async #nextBatch(queue: Waiting[], synchronous: "full" | "normal"): Promise<void> {
    try {
      if (synchronous !== this.#synchronous) this.#connection.run(`pragma synchronous = ${synchronous}`);
      this.#synchronous = synchronous;
      // The other queue may have used up what the first of this one is ready to wait.
      const waited = performance.now() - (queue[0]?.since ?? 0);
      await this.#begin(Math.max(0, this.#options.patience - waited));
    } catch (error) {
      for (const { reject } of queue.splice(0)) reject(asUnavailable(error));
      return;
    }
    // One for all units: a timer for each costs as much as a unit's promises.
    const watch = setInterval(
      () => this.#slot.giveUpAfter(this.#options.unitLimit),
      this.#options.unitLimit / 4,
    );
    // Once for all of them, too: a context for each unit costs another microsecond.
    this.#batch = insideUnit.run(true, () => this.#commitTogether(queue));
    await this.#batch;
    this.#batch = undefined;
    clearInterval(watch);
  }

  #begin(patience = this.#options.patience): Promise<unknown> {
    return patiently(() => this.#connection.run("begin immediate"), isBusy, patience);
  }

  async #commitTogether(queue: Waiting[]): Promise<void> {
    const begun: Waiting[] = [];
    let answers: readonly Answer[];
    try {
      answers = (await this.#runTogether(queue, begun)) ?? (await this.#runApart(begun));
      this.#connection.run("commit");
      this.#connection.lookAtFile();
    } catch (error) {
      this.#abandon();
      this.#changed();
      for (const { reject } of begun) reject(asUnavailable(error));
      return;
    }
    if (this.#connection.takeChanged()) this.#changed();
    for (const answer of answers) answer();
  }

  /** Runs what waits, one after another; undefined as soon as one has failed that had changed something. */
  async #runTogether(queue: Waiting[], begun: Waiting[]): Promise<readonly Answer[] | undefined> {
    const answers: Answer[] = [];
    const end = performance.now() + this.#options.commitBudget;
    do {
      const next = queue.shift();
      if (!next) break;
      begun.push(next);
      const before = this.#connection.writes;
      const answer = await this.#outcome(next);
      if (next.failed && this.#connection.writes > before) return undefined;
      answers.push(answer);
    } while (begun.length < this.#options.unitsPerCommit && performance.now() < end);
    return answers;
  }

  /**
   * Begins anew with the same units, each in a savepoint, so that what a failed one changed is undone alone. Savepoints for all units
   * always would cost each 1.6 µs, and hardly any fails after a change: what a refusal leaves behind is no failure.
   */
  async #runApart(begun: readonly Waiting[]): Promise<readonly Answer[]> {
    this.#connection.run("rollback");
    await this.#begin();
    const answers: Answer[] = [];
    for (const next of begun) {
      this.#connection.run("savepoint unit");
      answers.push(await this.#outcome(next));
      if (next.failed) this.#connection.run("rollback to unit");
      this.#connection.run("release unit");
    }
    return answers;
  }

  /** Runs one unit; throws only when the transaction as a whole is lost. */
  async #outcome(waiting: Waiting): Promise<Answer> {
    const { unit, resolve, reject, since } = waiting;
    // Given up before: it may still be going on.
    if (waiting.givenUp) return () => reject(awaitedSomethingForeign());
    waiting.failed = false;
    try {
      if (performance.now() - since > this.#options.patience)
        throw new StorageUnavailable("The write waited too long.", { overloaded: true });
      const result = await this.#freshSlot().run(unit);
      if (!this.#connection.inTransaction)
        throw new StorageUnavailable("The database undid the transaction.");
      return () => resolve(result);
    } catch (error) {
      if (!this.#connection.inTransaction) throw error;
      waiting.failed = true;
      waiting.givenUp = this.#slot.spent;
      return () => reject(error);
    }
  }

  #freshSlot(): UnitSlot {
    if (this.#slot.spent) this.#slot = new UnitSlot(this.#connection);
    return this.#slot;
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
