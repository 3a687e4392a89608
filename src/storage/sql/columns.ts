import { type DeleteResult, type InsertResult, type RawBuilder, sql, type UpdateResult } from "kysely";

/** Truth as a number, since SQLite has no boolean and PostgreSQL's is none of our two column types. */
export function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** A number inside a row value, whose members PostgreSQL would else take for text. */
export function bigint(value: number): RawBuilder<number> {
  return sql<number>`cast(${value} as bigint)`;
}

/** JSON that this program has stored. One row that is none is a fault of its own; a damaged file says so by itself. */
export function fromJson(text: string): unknown {
  return JSON.parse(text);
}

/** For names that never contain a space: scopes (RFC 6749 §3.3) and grant types. */
export function words(list: readonly string[]): string {
  return list.join(" ");
}

export function fromWords<Word extends string = string>(text: string): Word[] {
  return text === "" ? [] : (text.split(" ") as Word[]);
}

/**
 * What makes two names the same. ASCII only: folding more would make different addresses equal
 * (the Kelvin sign becomes "k"), and a look-alike address must never reach somebody's account.
 */
export function caseless(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

export function inserted(result: InsertResult): boolean {
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export function updated(result: UpdateResult): boolean {
  return result.numUpdatedRows > 0n;
}

export function deleted(result: DeleteResult): boolean {
  return result.numDeletedRows > 0n;
}
