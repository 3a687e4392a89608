import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { QueryResult } from "kysely";
import type { DatabaseFile } from "./database-file.ts";
import { isRead } from "./kysely-over.ts";
import { leavesRememberedTrue } from "./untouched.ts";

interface Prepared {
  readonly statement: StatementSync;
  /** Names of the columns; none where it answers no rows. */
  columns: readonly string[];
  /** Since somebody looked for what to let go. */
  used: boolean;
  readonly reads: boolean;
  readonly leavesRememberedTrue: boolean;
}

const preparedStatements = 256;

interface ConnectionOptions {
  readonly readOnly?: boolean;
  /** Shared by all connections of a process to it. */
  readonly file?: DatabaseFile | undefined;
}

/** One connection with its prepared statements, of which those that are not used are let go. */
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
    const prepared = this.#prepare(sql);
    if (!prepared.leavesRememberedTrue) this.#changed = true;
    if (!prepared.reads) this.#writes += 1;
    const values = parameters as SQLInputValue[];
    if (prepared.columns.length > 0) return { rows: rowsOf(prepared, values) as Row[] };
    const { changes } = prepared.statement.run(...values);
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
      known.used = true;
      return known;
    }
    const statement = this.#database.prepare(sql);
    const prepared: Prepared = {
      statement,
      columns: columnsOf(statement),
      used: true,
      reads: isRead({ sql }),
      leavesRememberedTrue: leavesRememberedTrue(sql),
    };
    if (prepared.columns.length > 0) statement.setReturnArrays(true);
    if (this.#prepared.size >= preparedStatements) this.#letOneGo();
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  /** The first that nobody has used since it was passed over. */
  #letOneGo(): void {
    for (const [sql, prepared] of this.#prepared) {
      this.#prepared.delete(sql);
      if (!prepared.used) return;
      prepared.used = false;
      this.#prepared.set(sql, prepared);
    }
  }
}

function columnsOf(statement: StatementSync): readonly string[] {
  return statement.columns().map(({ name }) => name);
}

/** Records made here are made alike, which V8 reads quickest: 2.5 µs for a token's row, and 4.5 for one that Node makes. */
function rowsOf(prepared: Prepared, values: SQLInputValue[]): unknown[] {
  const found = prepared.statement.all(...values) as unknown as (readonly unknown[])[];
  const [first] = found;
  // The table was changed since.
  if (first && first.length !== prepared.columns.length) prepared.columns = columnsOf(prepared.statement);
  return found.map((row) => recordOf(row, prepared.columns));
}

function recordOf(row: readonly unknown[], columns: readonly string[]): unknown {
  const record: Record<string, unknown> = {};
  let place = 0;
  for (const name of columns) {
    record[name] = row[place];
    place += 1;
  }
  return record;
}
