/** Few enough for a server that keeps them all for every connection. */
const mostNames = 256;

/**
 * Names by which statements are prepared once for each connection. Statements that differ with what was asked (which columns
 * change) can be more than there are names: the rest is prepared anew each time.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #generation = 0;

  nameOf(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known !== undefined || this.#names.size >= mostNames) return known;
    const name = `s${this.#generation}_${this.#names.size}`;
    this.#names.set(sql, name);
    return name;
  }

  /** From now on every connection prepares everything once more. */
  renew(): void {
    this.#generation += 1;
    this.#names.clear();
  }
}
