import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Application, createPerson, type Person, type Tokens } from "../support/application.ts";
import { engineUnderTest, makeDatabase, type TestDatabase } from "../support/database.ts";
import { fillInstallation } from "../support/installation.ts";
import { command, runCommand, startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

const secretKey = randomBytes(32).toString("hex");
const size = { users: 2_000, tokens: 20_000 };
/** Enough for several portions, so that an import can end in the middle. */
const fewer = { users: 500, tokens: 8_000 };
/** Small enough that nothing which grows with the installation would fit. */
const littleMemory = "--max-old-space-size=40";

describe("Moving an installation to the other database", () => {
  let source: TestServer;
  let target: TestDatabase;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    source = await startServer({ env: { SECRET_KEY: secretKey, RATE_LIMITS: "off" } });
    folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
    target = await makeDatabase(engineUnderTest() === "sqlite" ? "postgres" : "sqlite", folder);
    file = join(folder, "all.ndjson.gz");
  });
  afterEach(async () => {
    await source.stop();
    await target.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = (change: Readonly<Record<string, string>> = {}) => ({
    ...process.env,
    DATABASE_URL: target.url,
    SECRET_KEY: secretKey,
    ...change,
  });
  interface Told {
    readonly rows: number;
    readonly imported: number;
    readonly already: boolean;
  }
  /** Where what is stored is what matters, without a process of its own. */
  const importFile = async (change: Readonly<Record<string, string>> = {}, ...options: string[]) =>
    JSON.parse(await command(environment(change), ["import", file, ...options, "--json"])) as Told;
  const progressIn = async (database: TestDatabase) => {
    const rows = await database.sql("select value from settings where name = 'import'").catch(() => []);
    const [row] = rows;
    return row === undefined
      ? undefined
      : (JSON.parse(String(row["value"])) as { rows: number; finished: boolean });
  };

  interface SignedIn {
    readonly application: Application;
    readonly visitor: Visitor;
    readonly person: Person & { readonly id: number };
    readonly tokens: Tokens;
  }

  async function signedIn(): Promise<SignedIn> {
    const application = await Application.register(source);
    const person = await createPerson(source);
    const visitor = new Visitor(source.origin);
    return { application, visitor, person, tokens: await application.signIn(visitor, person) };
  }

  /** The same on the server of the target database: token, refresh token, session, consent, password. */
  async function stillThere({ application, visitor, person, tokens }: SignedIn): Promise<void> {
    const moved = await startServer({
      env: { DATABASE_URL: target.url, SECRET_KEY: secretKey, RATE_LIMITS: "off" },
    });
    try {
      const there = application.on(moved);
      expect(await (await there.api("/api/user", tokens.access_token)).json()).toMatchObject({
        email: person.identifier,
      });
      expect((await there.refresh(tokens.refresh_token ?? "")).status).toBe(200);
      const browser = new Visitor(moved.origin);
      for (const [name, value] of visitor.cookies) browser.cookies.set(name, value);
      const straight = await browser.get(there.authorizeUrl());
      expect(straight.headers.get("location")).toMatch(/^https:\/\/app\.example\.com\/callback\?code=/);
      expect((await there.signIn(new Visitor(moved.origin), person)).access_token).toMatch(/^mbid_at_/);
      const { id } = await createPerson(moved);
      expect(id).toBeGreaterThan(person.id);
    } finally {
      await moved.stop();
    }
  }

  it("keeps every token, session and consent, taken while serving, in little memory", async () => {
    await fillInstallation((text) => source.database.sql(text), size, Date.now());
    const person = await signedIn();
    const stop = new AbortController();
    const load = (async () => {
      while (!stop.signal.aborted) {
        const { tokens } = await signedIn();
        expect(tokens.scope).toBe("view-user");
      }
    })();
    await source.cli("export", file);
    stop.abort();
    await load;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const inLittle = environment({ NODE_OPTIONS: littleMemory });
    const first = JSON.parse(await runCommand(inLittle, ["import", file, "--json"])) as Told;
    expect(first.imported).toBe(first.rows);
    expect(first.rows).toBeGreaterThan(size.tokens + 4 * size.users);
    await stillThere(person);
  }, 90_000);

  it("goes on where it was killed, and does nothing the second time", async () => {
    await fillInstallation((text) => source.database.sql(text), fewer, Date.now());
    const person = await signedIn();
    await source.cli("export", file);
    const child = spawn(process.execPath, ["dist/cli.js", "import", file], {
      env: environment(),
      stdio: "ignore",
    });
    while (((await progressIn(target))?.rows ?? 0) < 3_000) await sleep(5);
    child.kill("SIGKILL");
    await once(child, "exit");
    const half = await progressIn(target);
    expect(half?.finished).toBe(false);
    await expect(startServer({ env: { DATABASE_URL: target.url, SECRET_KEY: secretKey } })).rejects.toThrow(
      /An import into this database was not finished/,
    );
    expect(await importFile()).toMatchObject({ already: false });
    expect(await progressIn(target)).toMatchObject({ finished: true });
    const before = await target.contents();
    expect(await importFile()).toMatchObject({ imported: 0, already: true });
    expect((await target.contents()).length).toBe(before.length);
    await stillThere(person);
  }, 90_000);

  it("comes back as it went", async () => {
    await signedIn();
    await source.database.sql(
      "update users set bio = ?, name = ? where id > 10000",
      'quotes " and \\, \u{1F600}, العربية, \u2028',
      "Zoë Ångström-O'Hara",
    );
    const there = await source.cli<{ tables: object }>("export", file);
    await importFile();
    file = join(folder, "back.ndjson");
    const back = JSON.parse(await command(environment(), ["export", file, "--json"])) as {
      tables: object;
    };
    expect(back.tables).toEqual(there.tables);
    const ends = [gunzipSync(readFileSync(join(folder, "all.ndjson.gz"))), readFileSync(file)].map((bytes) =>
      bytes.toString().trimEnd().split("\n").at(-1),
    );
    expect(ends[1]).toBe(ends[0]);
  });

  it("is refused under another SECRET_KEY, or none", async () => {
    await source.cli("export", file);
    await expect(importFile({ SECRET_KEY: "" })).rejects.toThrow(/SECRET_KEY is not set/);
    const other = { SECRET_KEY: randomBytes(32).toString("hex") };
    await expect(importFile(other)).rejects.toThrow(
      /SECRET_KEY is not the one of where the export came from/,
    );
    expect(await progressIn(target)).toBeUndefined();
    const turned = { SECRET_KEY: `${other.SECRET_KEY},${secretKey}` };
    expect(await importFile(turned)).toMatchObject({ already: false });
    expect(readFileSync(file, "latin1")).not.toContain(secretKey);
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain(secretKey);
  });

  it("is done under another key only by who says that the old one is lost", async () => {
    await source.cli("export", file);
    const other = { SECRET_KEY: randomBytes(32).toString("hex") };
    expect(await importFile(other, "--other-secret-key")).toMatchObject({ already: false });
  });

  it("is refused where somebody lives already", async () => {
    await source.cli("export", file);
    const taken = await startServer({ env: { DATABASE_URL: target.url, SECRET_KEY: secretKey } });
    await createPerson(taken);
    await taken.stop();
    await expect(importFile()).rejects.toThrow(/^[^\n]*\n?import: The database is not empty \(\w+\)[^\n]*$/);
    await taken.stop();
  });

  it("is refused for a file that is not whole", async () => {
    await source.cli("export", file);
    truncateSync(file, statSync(file).size - 20);
    await expect(importFile()).rejects.toThrow(/^import: The export is damaged or was cut off/);
    writeFileSync(file, "name,email\nSiti,siti@example.com\n");
    await expect(importFile()).rejects.toThrow(/^import: The file is no export of this program[^\n]*$/);
    expect(await progressIn(target)).toBeUndefined();
  });

  it("overwrites nothing and leaves no half export behind", async () => {
    writeFileSync(file, "precious");
    await expect(source.cli("export", file)).rejects.toThrow(/exists already: nothing was overwritten/);
    expect(readFileSync(file, "utf8")).toBe("precious");
    await expect(source.cli("export", join(folder, "no/folder.ndjson"))).rejects.toThrow(/^export: [^\n]+$/);
    expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
  });
});
