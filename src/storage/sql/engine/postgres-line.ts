import type { QueryResult } from "kysely";
import type { QueryResult as Answer, PoolClient } from "pg";
import { StorageUnavailable } from "../../port/storage.ts";
import { ConnectionLost, explained, isPassing, isStaleStatement, sqlState } from "./postgres-errors.ts";
import type { ConnectionFacts } from "./postgres-facts.ts";
import type { StatementNames } from "./postgres-statements.ts";

interface Statement {
  readonly text: string;
  readonly name?: string;
  readonly values?: unknown[];
}

/** A connection while it is lent to one borrower. Statements run one after another, in the order they were asked for. */
export class Line {
  readonly #client: PoolClient;
  readonly #facts: ConnectionFacts;
  readonly #names: StatementNames;
  #last: Promise<unknown> = Promise.resolve();
  #returned: boolean = false;
  #passing: unknown;

  constructor(client: PoolClient, facts: ConnectionFacts, names: StatementNames) {
    this.#client = client;
    this.#facts = facts;
    this.#names = names;
  }

  /** The first error after which the same work may well succeed. */
  get passingError(): unknown {
    return this.#passing;
  }

  async run(text: string, parameters: readonly unknown[] = []): Promise<QueryResult<unknown>> {
    const name = this.#names.nameOf(text);
    const statement = { text, values: parameters.map(storable) };
    const { rows, rowCount } = await this.#inTurn(name === undefined ? statement : { ...statement, name });
    return rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(rowCount) };
  }

  /** A statement without parameters; resolves to what the server says it has done. */
  async command(text: string): Promise<string> {
    return (await this.#inTurn({ text })).command;
  }

  /** Back to the pool, after undoing what may be left of a transaction. */
  async giveBack(): Promise<void> {
    try {
      await this.#last;
      if (!this.#facts.broken && this.#client.getTransactionStatus() !== "I") await this.command("rollback");
    } catch {
      this.#facts.broken = true;
    }
    this.#release(this.#facts.broken);
  }

  /** Ends the connection in the middle of what it does. */
  cut(): void {
    this.#release(true);
  }

  #release(destroy: boolean): void {
    if (this.#returned) return;
    this.#returned = true;
    this.#client.release(destroy);
  }

  #inTurn(statement: Statement): Promise<Answer> {
    const answer = this.#last.then(() => this.#send(statement));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #send(statement: Statement): Promise<Answer> {
    if (this.#returned) throw new StorageUnavailable("The connection was given back.");
    try {
      return await this.#client.query(statement);
    } catch (error) {
      if (isStaleStatement(error)) this.#names.renew();
      const told = this.#told(error);
      if (isPassing(told)) this.#passing ??= told;
      throw told;
    }
  }

  #told(error: unknown): unknown {
    if (sqlState(error) === undefined) return this.#facts.broken ? new ConnectionLost(error) : error;
    // It quotes what the rows hold, and errors are logged.
    if (error instanceof Error) Reflect.deleteProperty(error, "detail");
    return explained(error);
  }
}

/** PostgreSQL's text cannot hold NUL. Half a surrogate pair, which UTF-8 cannot hold, becomes the same character. */
function storable(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
}
