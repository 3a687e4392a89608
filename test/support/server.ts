import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engineUnderTest, makeDatabase, type TestDatabase } from "./database.ts";
import { freePort } from "./free-port.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const patience = 15_000;
const commandPatience = 60_000;

export interface ServerOptions {
  /** Settings beside the defaults below; an empty text unsets one. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another server to be one more node of, on the same data; that one removes them. */
  readonly nodeOf?: TestServer;
  /** Instead of a fresh one; removed by `stop`. */
  readonly database?: TestDatabase;
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
  /** Runs a command of the CLI with `--json` on this database; rejects with its stderr. */
  cli<Result = Record<string, unknown>>(...words: string[]): Promise<Result>;
  /** SIGKILL, keeping the data; resolves when it is gone. */
  kill(): Promise<void>;
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

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function untilReady(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The server did not start:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function gone(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

/** Starts `dist/main.js` in development mode without the demo's rate of noise: a free port, an empty folder and database. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const port = await freePort();
  const { nodeOf } = options;
  const dataFolder = nodeOf?.dataFolder ?? mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  const given = nodeOf?.database ?? options.database;
  const database = given ?? (await makeDatabase(engineUnderTest(), dataFolder));
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
  let child: ChildProcess | undefined;
  const log = () => output;
  const start = async () => {
    child = spawn(process.execPath, [join(root, "dist/main.js")], {
      env: environment,
      cwd: dataFolder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    await untilReady(`http://localhost:${port}/livez`, child, log);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!child) return null;
    child.kill(signal);
    return gone(child);
  };
  await start();
  return {
    origin,
    port,
    database,
    databaseFile: join(dataFolder, "test.db"),
    dataFolder,
    log,
    start,
    get pid() {
      return child?.pid;
    },
    cli: async <Result>(...words: string[]) =>
      JSON.parse(await runCommand(environment, [...words, "--json"], dataFolder)) as Result,
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
