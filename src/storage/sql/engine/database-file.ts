import { type Stats, statSync } from "node:fs";
import { StorageUnavailable } from "../../port/storage.ts";
import { isDamage } from "./sqlite-errors.ts";

const gone = "was removed or replaced while it was in use";
const cutOff = "is shorter than it was";

/**
 * The file that a process works on, with its journals. Once it turns out to be damaged, or not to stand under its name any
 * more, nothing is read from it or written to it until a restart: what a damaged file says may be wrong, each further
 * write may damage more, and what is written to a file without a name is lost.
 */
export class DatabaseFile {
  readonly #paths: readonly string[];
  #opened: readonly Stats[] | undefined;
  #size: number = 0;
  #refusal: StorageUnavailable | undefined;

  constructor(path: string) {
    this.#paths = [path, `${path}-wal`, `${path}-shm`];
  }

  /** Throws when it is known to be of no use any more. */
  trust(): void {
    if (this.#refusal) throw this.#refusal;
  }

  /** Told every error of SQLite. */
  noticed(error: unknown): void {
    if (isDamage(error)) this.#refuse("is damaged", error);
  }

  /**
   * To be called before anybody is told that something is stored. `needed` says how many bytes the database has by its own
   * account. Throws as `trust`.
   */
  look(needed: () => number): void {
    const found = this.#paths.map((path) => statSync(path, { throwIfNoEntry: false }));
    const present = found.filter((stats) => stats !== undefined);
    this.#opened ??= present;
    const same = this.#opened.every(({ ino, dev }, n) => found[n]?.ino === ino && found[n].dev === dev);
    if (!same || present.length < this.#paths.length) this.#refuse(gone);
    const [{ size } = { size: 0 }, journal] = present;
    // Only a "vacuum" makes it shorter, and what is not there yet is in the journal.
    if (size < this.#size && size + (journal?.size ?? 0) < needed()) this.#refuse(cutOff);
    this.#size = size;
    this.trust();
  }

  #refuse(what: string, cause?: unknown): void {
    const advice = "stop the server and restore a backup, see docs/operations.md";
    this.#refusal ??= new StorageUnavailable(`The database file ${this.#paths[0]} ${what}: ${advice}.`, {
      cause,
    });
  }
}
