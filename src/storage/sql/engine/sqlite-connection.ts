import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { QueryResult } from "kysely";
import type { DatabaseFile } from "./database-file.ts";
import { isRead } from "./kysely-over.ts";
import { leavesRememberedTrue } from "./untouched.ts";

interface Prepared {
  readonly statement: StatementSync;
  readonly answersRows: boolean;
  readonly reads: boolean;
  readonly leavesRememberedTrue: boolean;
}

const preparedStatements = 256;

interface ConnectionOptions {
  readonly readOnly?: boolean;
  /** Shared by all connections of a process to it. */
  readonly file?: DatabaseFile | undefined;
}

/** One connection with its prepared statements, the least recently used of which are let go. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #file: DatabaseFile | undefined;
  readonly #prepared = new Map<string, Prepared>();
  #changed: boolean = false;
  #writes: number = 0;
  #changedRows: number = 0;

  constructor(path: string, options: ConnectionOptions = {}) {
    // SQLite's own waiting stops the whole process, so it is short; the patient kind is in patience.ts.
    this.#database = new DatabaseSync(path, { readOnly: options.readOnly ?? false, timeout: 5 });
    this.#file = options.file;
  }

  /** False also after SQLite itself undid the transaction, as it does on a full disk. */
  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** How many statements were run that are no reads. */
  get writes(): number {
    return this.#writes;
  }

  /** How many rows were stored, changed or deleted, those that went with others left out. */
  get changedRows(): number {
    return this.#changedRows;
  }

  /** Since it was asked last something was run that may have changed what others remember. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  /** Throws when what was committed is in a file that nobody will find again. */
  lookAtFile(): void {
    this.#file?.look(() => {
      const [size] = this.run<{ bytes: number }>(
        "select page_count * page_size as bytes from pragma_page_count, pragma_page_size",
      ).rows;
      return size?.bytes ?? 0;
    });
  }

  run<Row>(sql: string, parameters: readonly unknown[] = []): QueryResult<Row> {
    this.#file?.trust();
    try {
      return this.#run(sql, parameters);
    } catch (error) {
      this.#file?.noticed(error);
      throw error;
    }
  }

  #run<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const { statement, answersRows, reads, leavesRememberedTrue } = this.#prepare(sql);
    if (!leavesRememberedTrue) this.#changed = true;
    if (!reads) this.#writes += 1;
    const values = parameters as SQLInputValue[];
    if (answersRows) return { rows: statement.all(...values) as Row[] };
    const { changes } = statement.run(...values);
    this.#changedRows += Number(changes);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) {
      this.#prepared.delete(sql);
      this.#prepared.set(sql, known);
      return known;
    }
    const statement = this.#database.prepare(sql);
    const prepared = {
      statement,
      answersRows: statement.columns().length > 0,
      reads: isRead({ sql }),
      leavesRememberedTrue: leavesRememberedTrue(sql),
    };
    this.#prepared.set(sql, prepared);
    if (this.#prepared.size > preparedStatements) {
      for (const oldest of this.#prepared.keys()) {
        this.#prepared.delete(oldest);
        break;
      }
    }
    return prepared;
  }
}
