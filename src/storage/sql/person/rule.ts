import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";

/** How a stored value is told: as it is, or as what it stands for (see columns.ts). */
export type How = "plain" | "moment" | "flag" | "words" | "json";

export interface LeftOut {
  readonly because: string;
}

/** Records of one table that are about a person. Says of each column how it is told, or why not. */
export interface Section<Table extends keyof Database> {
  readonly name: string;
  readonly whose: (userId: number) => RawBuilder<boolean>;
  /** Tells the records of one person apart, and is their order. */
  readonly key: RawBuilder<string>;
  readonly columns: { readonly [Column in keyof Database[Table]]: How | LeftOut };
}

/** What is told of each table, or why it holds nothing about a person. A table or column without a word does not compile. */
export type Rules<Table extends keyof Database = keyof Database> = {
  readonly [T in Table]: readonly Section<T>[] | LeftOut;
};

export function because(reason: string): LeftOut {
  return { because: reason };
}

/** What several tables leave out for the same reason. */
export const account = because("your account number, told with the account");
export const secret = because("a secret, or a fingerprint of one");

export function column(name: string): RawBuilder<string> {
  return sql<string>`${sql.ref(name)}`;
}

export function ofUser(name = "user_id"): (userId: number) => RawBuilder<boolean> {
  return (userId) => sql<boolean>`${sql.ref(name)} = ${userId}`;
}

/** Records of applications that the person registered. */
export function ofOwnClients(userId: number): RawBuilder<boolean> {
  return sql<boolean>`client_id in (select id from clients where owner_id = ${userId})`;
}

/** Codes and tokens, by the authorizations they came of: the one way with an index. */
export function ofAuthorizations(userId: number): RawBuilder<boolean> {
  return sql<boolean>`authorization_id in (select id from authorizations where user_id = ${userId})`;
}
