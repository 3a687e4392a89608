import type { Pool, PoolClient } from "pg";
import { StorageUnavailable } from "../../port/storage.ts";
import { ConnectionLost, isTerminated, unreachable } from "./postgres-errors.ts";
import { factsOf } from "./postgres-facts.ts";
import { Line } from "./postgres-line.ts";
import { StatementNames } from "./postgres-statements.ts";

/** Lends connections, bounded in number, in who waits for them, and in the time they are lent for. */
export class PostgresPool {
  readonly #pool: Pool;
  readonly #maxWaiting: number;
  readonly #names = new StatementNames();
  #answeredAt: number = 0;
  #suspectBefore: number = 0;

  constructor(pool: Pool, maxWaiting: number) {
    this.#pool = pool;
    this.#maxWaiting = maxWaiting;
    // A connection that broke while nobody used it: the pool has let it go already.
    pool.on("error", () => {});
  }

  /**
   * Gives `work` a connection. When `patience` milliseconds are over the connection is cut, whatever it was doing, and the
   * others are not used again either if none of them has had an answer meanwhile: a network may die without a word.
   */
  async lend<Result>(patience: number, work: (line: Line) => Promise<Result>): Promise<Result> {
    if (this.#pool.waitingCount >= this.#maxWaiting) throw this.#busy();
    const loan: { line?: Line; over: boolean } = { over: false };
    const { promise: late, reject } = Promise.withResolvers<never>();
    const askedAt = performance.now();
    const timer = setTimeout(() => {
      loan.over = true;
      const silent = this.#answeredAt < askedAt;
      if (silent) this.#suspectBefore = performance.now();
      reject(loan.line || silent ? this.#unanswered() : this.#busy());
      loan.line?.cut();
    }, patience);
    const done = (async () => {
      loan.line = await this.#acquire(() => loan.over);
      return this.#use(loan.line, work);
    })();
    try {
      return await Promise.race([done, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #use<Result>(line: Line, work: (line: Line) => Promise<Result>): Promise<Result> {
    try {
      const result = await work(line);
      this.#answeredAt = performance.now();
      return result;
    } finally {
      await line.giveBack();
    }
  }

  async #acquire(isOver: () => boolean): Promise<Line> {
    for (;;) {
      const client = await this.#connect();
      const facts = factsOf(client);
      const sound = !facts.broken && facts.openedAt >= this.#suspectBefore;
      if (sound && !isOver()) return new Line(client, facts, this.#names);
      client.release(!sound);
      if (isOver()) throw this.#busy();
    }
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw isTerminated(error) ? new ConnectionLost(error) : unreachable(error);
    }
  }

  #unanswered(): StorageUnavailable {
    return new StorageUnavailable("The database did not answer in time.");
  }

  #busy(): StorageUnavailable {
    return new StorageUnavailable("Too many wait for a connection to the database.", { overloaded: true });
  }
}
