import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Application, createPerson } from "../support/application.ts";
import { command, startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

interface Kept {
  readonly file: string;
  readonly bytes: number;
  readonly users: number;
}

describe("Backup and restore", () => {
  let server: TestServer;
  let outside: string;
  const path = (name: string) => join(outside, name);

  /** In a process of its own where it is killed. */
  const started = async (alone = false) => {
    server = await startServer({ alone, env: { RATE_LIMITS: "off" } });
  };
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  });
  afterEach(async () => {
    await server.stop();
    rmSync(outside, { recursive: true });
  });

  async function machine(): Promise<Application> {
    return Application.register(server, {
      grants: ["client_credentials"],
      scopes: ["view-user"],
      redirectUris: [],
    });
  }

  it("a copy taken under load is whole, and nobody waits for it", async () => {
    await started(true);
    const application = await machine();
    const slowest = { milliseconds: 0, answers: 0 };
    const stop = new AbortController();
    const load = Array.from({ length: 4 }, async () => {
      while (!stop.signal.aborted) {
        const before = performance.now();
        const answer = await application.token({ grant_type: "client_credentials" });
        await answer.arrayBuffer();
        expect(answer.status).toBe(200);
        slowest.milliseconds = Math.max(slowest.milliseconds, performance.now() - before);
        slowest.answers += 1;
      }
    });
    const answered = (more: number) =>
      expect.poll(() => slowest.answers, { timeout: 20_000 }).toBeGreaterThan(slowest.answers + more);
    await answered(25);
    const { bytes } = await server.cli<Kept & Record<string, unknown>>("backup", path("copy.db"));
    await answered(25);
    stop.abort();
    await Promise.all(load);
    expect(slowest.milliseconds).toBeLessThan(1_000);
    expect(statSync(path("copy.db")).size).toBe(bytes);
    expect(statSync(path("copy.db")).mode & 0o777).toBe(0o600);
    expect(readdirSync(outside)).toEqual(["copy.db"]);
  });

  it("what was restored signs in, and its tokens live; what came later is gone but kept aside", async () => {
    await started(true);
    const application = await Application.register(server);
    const person = await createPerson(server);
    const tokens = await application.signIn(new Visitor(server.origin), person);
    await server.cli("backup", path("copy.db"));
    const later = await createPerson(server);
    await expect(server.cli("restore", path("copy.db"))).rejects.toThrow(/^restore: .*--force.*$/);
    await expect(server.cli("restore", path("copy.db"), "--force")).rejects.toThrow(
      /^restore: .* is in use: stop the server first\.$/,
    );
    await server.kill();
    const { replaced, users } = await server.cli<{ replaced: string; users: number }>(
      "restore",
      path("copy.db"),
      "--force",
    );
    await server.start();
    expect((await application.api("/api/user", tokens.access_token)).status).toBe(200);
    expect((await application.refresh(tokens.refresh_token ?? "")).status).toBe(200);
    await expect(server.cli("user", "show", `${later.id}`)).rejects.toThrow();
    expect(existsSync(replaced)).toBe(true);
    expect(statSync(server.databaseFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(server.dataFolder).filter((name) => /restoring|partial/.test(name))).toEqual([]);
    copyFileSync(replaced, path("aside.db"));
    expect(users).toBeLessThan((await inspectedUsers(path("aside.db"))) ?? 0);
  });

  async function inspectedUsers(file: string): Promise<number | undefined> {
    const other = await startServer({ env: { DATABASE_URL: `sqlite:${file}` } });
    try {
      return (await other.cli<Kept & Record<string, unknown>>("backup", path("again.db"))).users;
    } finally {
      await other.stop();
    }
  }

  it("nothing is overwritten", async () => {
    await started();
    writeFileSync(path("mine"), "precious");
    await expect(server.cli("backup", path("mine"))).rejects.toThrow(
      /^backup: .* exists already: nothing was overwritten\.$/,
    );
    expect(readFileSync(path("mine"), "utf8")).toBe("precious");
    await expect(server.cli("backup", path("no/such/folder.db"))).rejects.toThrow(/^backup: .*$/);
    expect(readdirSync(outside)).toEqual(["mine"]);
  });

  it("what is damaged or foreign is not taken for a backup", async () => {
    await started(true);
    await server.cli("backup", path("good.db"));
    await server.kill();
    const before = readdirSync(server.dataFolder).sort();
    const bytes = readFileSync(path("good.db"));
    writeFileSync(path("damaged.db"), bytes.fill(0x5a, 4096 * 3 + 8, 4096 * 6));
    writeFileSync(path("cut.db"), bytes.subarray(0, bytes.length / 2));
    writeFileSync(path("text.db"), "This is no database at all. ".repeat(200));
    for (const name of ["damaged.db", "cut.db", "text.db", "missing.db"]) {
      await expect(server.cli("restore", path(name), "--force")).rejects.toThrow(/^restore: [^\n]+$/);
    }
    expect(readdirSync(server.dataFolder).sort()).toEqual(before);
    await server.start();
  });

  it("a damaged database is replaced too", async () => {
    await started(true);
    const person = await createPerson(server);
    await server.cli("backup", path("good.db"));
    await server.kill();
    for (const suffix of ["-wal", "-shm"]) rmSync(server.databaseFile + suffix, { force: true });
    writeFileSync(server.databaseFile, Buffer.alloc(40_960, 0x5a));
    await server.cli("restore", path("good.db"), "--force");
    await server.start();
    expect(await server.cli("user", "show", `${person.id}`)).toMatchObject({ id: person.id });
  });

  it("a backup becomes the database of a new machine", async () => {
    await started();
    const person = await createPerson(server);
    await server.cli("backup", path("good.db"));
    const url = `sqlite:${path("new/place/id.db")}`;
    await command({ ...process.env, DATABASE_URL: url }, ["restore", path("good.db")]);
    const moved = await startServer({ env: { DATABASE_URL: url } });
    expect(await moved.cli("user", "show", `${person.id}`)).toMatchObject({ id: person.id });
    await moved.stop();
  });
});
