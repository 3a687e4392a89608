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

let reused: Promise<{ readonly url: string; readonly run: Run; readonly restore: string }> | undefined;

async function prepared(): NonNullable<typeof reused> {
  const { url } = await postgresDatabase("migrated");
  const { run } = keptConnection(url);
  const rows = await run("select table_name from information_schema.tables where table_schema = 'public'");
  const tables = rows.map((row) => `"${row["table_name"]}"`);
  await run("create schema fresh");
  for (const table of tables) await run(`create table fresh.${table} as table public.${table}`);
  const steps = [
    "set session_replication_role = replica",
    ...tables.map((table) => `delete from public.${table}`),
    ...tables.map((table) => `insert into public.${table} select * from fresh.${table}`),
  ];
  return { url, run, restore: steps.join(";") };
}

/** A migrated database as if it were fresh, for one test after another that each leave no connection: a tenth of a copy's price. */
export async function emptiedDatabase(): Promise<string> {
  reused ??= prepared();
  const { url, run, restore } = await reused;
  await run(restore);
  return url;
}
