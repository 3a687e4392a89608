import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandLine } from "./command-line.ts";
import { engineUnderTest, makeDatabase, type TestDatabase } from "./database.ts";
import { freePort } from "./free-port.ts";
import { type Started, startAlone, startShared } from "./server-process.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const commandPatience = 60_000;

export interface ServerOptions {
  /** Settings beside the defaults below; an empty text unsets one. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another server to be one more node of, on the same data; that one removes them. */
  readonly nodeOf?: TestServer;
  /** Instead of a fresh one; removed by `stop`. */
  readonly database?: TestDatabase;
  /** In a process of its own, where a test is about the process: killed, signalled, measured, kept busy. */
  readonly alone?: boolean;
}

/** A listening server process with a database of its own, as an operator would run it. */
export interface TestServer {
  /** The issuer, for example `http://localhost:40123`. */
  readonly origin: string;
  /** Where it listens, whatever the issuer says. */
  readonly port: number;
  readonly database: TestDatabase;
  /** Its file where it is SQLite. */
  readonly databaseFile: string;
  /** Where it keeps what is its own; removed by `stop`. */
  readonly dataFolder: string;
  /** Everything the process printed so far. */
  log(): string;
  /** Runs a command of the CLI with `--json` on this database, without a process of its own; rejects with its stderr. */
  cli<Result = Record<string, unknown>>(...words: string[]): Promise<Result>;
  /** SIGKILL to a server that is `alone`, keeping the data; resolves when it is gone. */
  kill(): Promise<void>;
  /** Graceful stop that keeps the data. */
  pause(): Promise<void>;
  /** Starts again on the same data and port. */
  start(): Promise<void>;
  /** Graceful stop; resolves to the exit code and removes the data. */
  stop(): Promise<number | null>;
  readonly pid: number | undefined;
}

/** Runs a command of the CLI; resolves to its stdout, rejects with its stderr. */
export function runCommand(
  environment: NodeJS.ProcessEnv,
  words: readonly string[],
  cwd?: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [join(root, "dist/cli.js"), ...words],
      { env: environment, timeout: commandPatience, ...(cwd === undefined ? {} : { cwd }) },
      (error, stdout, stderr) =>
        error ? reject(new Error(stderr.trim() || error.message)) : resolve(stdout),
    );
    child.stdin?.end();
  });
}

/** The same without a process of its own. */
export async function command(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await commandLine(environment, words);
  if (exitCode === 0) return stdout;
  throw new Error(stderr.trim());
}

/** Starts a server in development mode: a free port, an empty folder and database. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const port = await freePort();
  const { nodeOf } = options;
  const dataFolder = nodeOf?.dataFolder ?? mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  const given = nodeOf?.database ?? options.database;
  const database = given ?? (await makeDatabase(engineUnderTest(), dataFolder, "migrated"));
  const origin = options.env?.["ISSUER"] ?? `http://localhost:${port}`;
  const environment = {
    ...process.env,
    NODE_ENV: "",
    PORT: String(port),
    DATABASE_URL: database.url,
    LOG_LEVEL: "warn",
    ...options.env,
  };
  let output = "";
  let started: Started | undefined;
  const printed = (text: string) => {
    output += text;
  };
  const start = async () => {
    const run = (options.alone ?? nodeOf !== undefined) ? startAlone : startShared;
    started = await run({ port, environment, folder: dataFolder, printed });
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = started;
    started = undefined;
    return ending ? ending.end(signal) : null;
  };
  await start();
  return {
    origin,
    port,
    database,
    databaseFile: join(dataFolder, "test.db"),
    dataFolder,
    log: () => output,
    start,
    get pid() {
      return started?.pid;
    },
    cli: async <Result>(...words: string[]) => {
      return JSON.parse(await command(environment, [...words, "--json"])) as Result;
    },
    pause: async () => {
      await end("SIGTERM");
    },
    kill: async () => {
      await end("SIGKILL");
    },
    stop: async () => {
      const code = await end("SIGTERM");
      if (nodeOf) return code;
      await database.remove();
      rmSync(dataFolder, { recursive: true, force: true });
      return code;
    },
  };
}
