import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDatabase } from "../support/database.ts";
import { freePort } from "../support/free-port.ts";
import { linesOf, runToEnd } from "../support/run-main.ts";
import { migrated } from "../support/storage.ts";

it("a bad setting ends the start with its lines on stderr and nothing else", async () => {
  const env = { DATABASE_URL: "sqlite::memory:", PORT: "70000", SESSION_TTL: "1h" };
  const { code, stdout, stderr } = await runToEnd("main", { env });
  expect([code, stdout]).toEqual([1, ""]);
  expect(linesOf(stderr).map((line) => line.split(" ")[0])).toEqual(["PORT", "SESSION_TTL"]);
});

describe("what the start meets", () => {
  const blocker = createServer();
  let port = 0;
  beforeAll(async () => {
    port = await freePort();
    await new Promise<void>((resolve) => blocker.listen(port, "127.0.0.1", resolve));
  });
  afterAll(() => blocker.close());

  it("says in one line that the port is in use", async () => {
    const env = { PORT: String(port), DATABASE_URL: "sqlite::memory:", LOG_LEVEL: "warn" };
    const { code, stdout, stderr } = await runToEnd("main", { env });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `PORT ${port} is in use by another process: choose another, for example PORT=${port + 1}.\n`,
    );
  });

  it("says in one line that the database cannot be opened", async () => {
    const env = { PORT: String(port), DATABASE_URL: `sqlite:${tmpdir()}`, LOG_LEVEL: "warn" };
    const { code, stderr } = await runToEnd("main", { env });
    expect(code).toBe(1);
    expect(linesOf(stderr)).toHaveLength(1);
    expect(stderr).toContain(tmpdir());
  });

  it("does not touch a database of a newer version", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
    const database = await makeDatabase("sqlite", folder);
    const storage = await migrated(database.url);
    await storage.close();
    await database.sql("insert into migrations (name, checksum) values ('9999-contract-later.sql', 'x')");
    const env = { PORT: String(port), DATABASE_URL: database.url };
    const { code, stderr } = await runToEnd("main", { env });
    rmSync(folder, { recursive: true, force: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(/9999-contract-later\.sql.*newer/);
    expect(linesOf(stderr)).toHaveLength(1);
  });
});
