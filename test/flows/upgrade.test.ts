import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readMigrations } from "../../src/storage/sql/migrate.ts";
import { createPerson } from "../support/application.ts";
import { engineUnderTest } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";

describe("Versions side by side", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());

  const later = (name: string) =>
    server.database.sql("insert into migrations (name, checksum) values (?, ?)", name, "of a later version");
  const ready = async () => (await fetch(`${server.origin}/readyz`)).status;

  it("a node goes on, and starts again, on a database to which a later version has added", async () => {
    await later("9000-something-new.sql");
    // Probes are answered from a look that is at most a second old.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await ready()).toBe(200);
    await server.pause();
    await server.start();
    expect(await ready()).toBe(200);
    expect((await createPerson(server)).id).toBeGreaterThan(0);
    expect(await server.cli("migrate", "--dry-run")).toEqual({ pending: [] });
  });

  it("a node does not start where a later version has taken something away, and says so in one line", async () => {
    await later("9001-contract-something-old.sql");
    // One that is at work is given no more of it.
    await expect.poll(ready, { timeout: 5_000 }).toBe(503);
    await server.pause();
    await expect(server.start()).rejects.toThrow(
      /\nThe database has the migration 9001-contract-something-old\.sql, which [^\n]+$/,
    );
    for (const words of [
      ["user", "show", "1"],
      ["migrate", "--dry-run"],
    ])
      await expect(server.cli(...words)).rejects.toThrow(/9001-contract-something-old\.sql/);
    await server.database.sql("delete from migrations where name like ?", "9001%");
    await server.start();
  });

  it("a PostgreSQL with data in it is migrated only by who has a backup, a SQLite file is copied", async () => {
    const last = readMigrations().at(-1)?.name ?? "";
    await server.pause();
    await server.database.sql("delete from migrations where name = ?", last);
    expect(await server.cli("migrate", "--dry-run")).toEqual({ pending: [last] });
    // Its tables are there already, so that whoever goes ahead fails after the copy.
    const half = /already exists|duplicate column/;
    const words =
      engineUnderTest() === "postgres"
        ? /take a backup \(pg_dump\), then run: npm run -s cli -- migrate --backup-taken\s*$/
        : half;
    await expect(server.start()).rejects.toThrow(words);
    await expect(server.cli("migrate")).rejects.toThrow(words);
    await expect(server.cli("migrate", "--backup-taken")).rejects.toThrow(half);
    expect(await server.cli("migrate", "--dry-run")).toEqual({ pending: [last] });
  });
});
