import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { inject } from "vitest";
import { withDatabase } from "./postgres-sql.ts";

let administration: Promise<string> | undefined;

/** The URL of the PostgreSQL that all test files share. */
function administrationUrl(): Promise<string> {
  administration ??= text(connect(inject("postgresDesk"), "127.0.0.1"));
  return administration;
}

export interface PostgresDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** A database of its own on the shared PostgreSQL: empty, or brought up to date already. */
export async function postgresDatabase(from: "empty" | "migrated"): Promise<PostgresDatabase> {
  const administrator = await administrationUrl();
  const name = `test_${randomBytes(8).toString("hex")}`;
  const template = from === "empty" ? "template0" : "migrated";
  await withDatabase(administrator, (run) => run(`create database ${name} template ${template}`));
  const url = new URL(administrator);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: async () => {
      await withDatabase(administrator, (run) => run(`drop database if exists ${name} with (force)`));
    },
  };
}
