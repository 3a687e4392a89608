import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { inject } from "vitest";
import { keptConnection, type Run } from "./postgres-sql.ts";

let shared: Promise<{ readonly url: string; readonly run: Run }> | undefined;

/** The PostgreSQL that all test files share. */
function administration(): NonNullable<typeof shared> {
  shared ??= text(connect(inject("postgresDesk"), "127.0.0.1")).then((url) => {
    const { run } = keptConnection(url);
    return { url, run };
  });
  return shared;
}

export interface PostgresDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** A database of its own on the shared PostgreSQL: empty, or brought up to date already. */
export async function postgresDatabase(from: "empty" | "migrated"): Promise<PostgresDatabase> {
  const administrator = await administration();
  const name = `test_${randomBytes(8).toString("hex")}`;
  const template = from === "empty" ? "template0" : "migrated";
  await administrator.run(`create database ${name} template ${template}`);
  const url = new URL(administrator.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: async () => {
      await administrator.run(`drop database if exists ${name} with (force)`);
    },
  };
}
