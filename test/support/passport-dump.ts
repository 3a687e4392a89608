import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashSync } from "bcryptjs";
import type { TestServer } from "./server.ts";

/** A table of a made-up installation. */
export type DumpTable = readonly Readonly<Record<string, string | number | null>>[];

/** As `password_hash` of PHP writes it; cheap, since a test makes many. */
export function phpHash(text: string, cost = 4): string {
  return hashSync(text, cost).replace(/^\$2b/, "$2y");
}

function cell(value: string | number | null): string {
  if (value === null) return "NULL";
  return typeof value === "number" ? `${value}` : `"${value.replaceAll('"', '""')}"`;
}

function csv(rows: DumpTable): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? null)).join(","));
  return `${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

const writers = {
  csv,
  json: (rows: DumpTable) => JSON.stringify(rows),
  ndjson: (rows: DumpTable) => rows.map((row) => JSON.stringify(row)).join("\n"),
};

export function writeDump(folder: string, table: string, kind: keyof typeof writers, rows: DumpTable): void {
  writeFileSync(join(folder, `${table}.${kind}`), writers[kind](rows));
}

/** A row of Laravel's `users` as a new application has it. */
export function aUserRow(change: DumpTable[number] = {}): DumpTable[number] {
  return {
    id: 1,
    name: "Siti Aminah",
    email: "siti@example.com",
    email_verified_at: "2021-05-01 10:00:00",
    password: null,
    username: null,
    phone: null,
    phone_verified_at: null,
    created_at: "2021-05-01 09:59:00",
    ...change,
  };
}

/** A row of Passport's `oauth_clients` before version 13. */
export function aClientRow(change: DumpTable[number] = {}): DumpTable[number] {
  return {
    id: "9a1f2c04-5a4e-4d0c-8f5e-2d6a7c1b3e90",
    user_id: null,
    name: "Toko Buku",
    secret: "k3yXq8mZr1TbWn5cVd7sLh2gJp9fAe4uYo6iRtQw",
    provider: null,
    redirect: "https://app.example.com/callback",
    personal_access_client: 0,
    password_client: 0,
    revoked: 0,
    created_at: "2021-05-01 10:00:00",
    ...change,
  };
}

export interface Remark {
  readonly table: string;
  readonly row: number;
  readonly id: string | null;
  readonly reason: string;
}

interface Counts {
  readonly taken: number;
  readonly unchanged: number;
  readonly skipped: number;
}

export interface Reported {
  readonly users: Counts;
  readonly clients: Counts;
  readonly approvals: Counts;
  readonly skipped: readonly Remark[];
  readonly noted: readonly Remark[];
}

/** Imports a folder of dumps; resolves to the report. */
export function bringPassport(server: TestServer, folder: string, ...options: string[]): Promise<Reported> {
  return server.cli<Reported & Record<string, unknown>>("import", "--from", "passport", folder, ...options);
}
