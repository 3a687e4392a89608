import { expect, it } from "vitest";
import type { Db } from "./database.ts";
import { kyselyOver, postgresGrammar, type Statement, sqliteGrammar } from "./engine/kysely-over.ts";
import { held, runsBesideOthers } from "./held.ts";
import { prepared } from "./prepared.ts";

function recording(grammar = sqliteGrammar): { readonly db: Db; readonly statements: Statement[] } {
  const statements: Statement[] = [];
  const db = kyselyOver(async (statement) => {
    statements.push(statement);
    return { rows: [] };
  }, grammar);
  return { db, statements };
}

it("is written once, and given the values of each use", async () => {
  let written = 0;
  const rename = prepared((db, id: string, change: { value: string }) => {
    written += 1;
    return db.updateTable("settings").set(change).where("name", "=", id);
  });
  const { db, statements } = recording();
  await rename(db, "one", { value: "a" });
  await rename(db, "two", { value: "b" });
  expect(written).toBe(1);
  const sql = 'update "settings" set "value" = ? where "name" = ?';
  expect(statements).toEqual([
    { sql, parameters: ["a", "one"] },
    { sql, parameters: ["b", "two"] },
  ]);
});

it("keeps what the statement itself says", async () => {
  const newest = prepared((db, role: string) =>
    db.selectFrom("users").select("id").where("role", "=", role).where("status", "=", "active").limit(1),
  );
  const { db, statements } = recording();
  await newest(db, "admin");
  expect(statements.map(({ parameters }) => parameters)).toEqual([["admin", "active", 1]]);
});

it("is written anew for another grammar, and where rows must be held", async () => {
  const find = prepared((db, id: string) =>
    held(db, "clients", db.selectFrom("clients").select("id").where("id", "=", id)),
  );
  const sqlite = recording();
  const postgres = recording(postgresGrammar);
  const unit = recording(postgresGrammar);
  runsBesideOthers(unit.db);
  for (const { db } of [sqlite, postgres, unit]) await find(db, "a");
  expect([sqlite, postgres, unit].map(({ statements }) => statements[0]?.sql)).toEqual([
    'select "id" from "clients" where "id" = ?',
    'select "id" from "clients" where "id" = $1',
    'select "id" from "clients" where "id" = $1 for no key update of "clients"',
  ]);
});
