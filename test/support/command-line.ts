import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { type Finished, run } from "../../src/cli/run.ts";
import { storageOnDemand } from "../../src/cli/storage.ts";
import { rowIds } from "../../src/protocol/row-id.ts";
import { engineUnderTest, makeDatabase, type TestDatabase } from "./database.ts";
import { linesOf } from "./run-main.ts";

/** A run of the command line without a process of its own: hundreds of them take seconds instead of minutes. */
export async function commandLine(
  environment: NodeJS.ProcessEnv,
  words: readonly string[],
  stdin = "",
): Promise<Finished> {
  const opened = storageOnDemand(environment);
  try {
    return await run(words, commands, {
      clock: Date.now,
      entropy: randomBytes,
      ids: rowIds(Date.now, randomBytes),
      environment,
      stdin: Readable.from([stdin]),
      progress: () => {},
      storage: opened.storage,
    });
  } finally {
    await opened.close();
  }
}

/** The command line on a database of its own. */
export class CommandLine {
  readonly environment: { readonly DATABASE_URL: string };
  readonly #folder: string;
  readonly #database: TestDatabase;

  private constructor(folder: string, database: TestDatabase) {
    this.#folder = folder;
    this.#database = database;
    this.environment = { DATABASE_URL: database.url };
  }

  /** On an empty database: the first command migrates it. */
  static async open(): Promise<CommandLine> {
    const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
    return new CommandLine(folder, await makeDatabase(engineUnderTest(), folder));
  }

  async close(): Promise<void> {
    await this.#database.remove();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A command that must succeed; resolves to its one object. */
  async json(words: readonly string[], stdin = ""): Promise<Readonly<Record<string, unknown>>> {
    const { exitCode, stdout, stderr } = await commandLine(this.environment, [...words, "--json"], stdin);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(linesOf(stdout)).toHaveLength(1);
    return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  }

  /** A command that must fail; resolves to its one line. */
  async refused(words: readonly string[], stdin = ""): Promise<string> {
    const { exitCode, stdout, stderr } = await commandLine(this.environment, words, stdin);
    expect(exitCode).toBeGreaterThan(0);
    expect(stdout).toBe("");
    expect(linesOf(stderr)).toHaveLength(1);
    return stderr;
  }
}
