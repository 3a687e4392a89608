import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const patience = 15_000;

export interface ServerOptions {
  /** Settings beside the defaults below; an empty text unsets one. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A listening server process with a database file of its own, as an operator would run it. */
export interface TestServer {
  /** The issuer, for example `http://localhost:40123`. */
  readonly origin: string;
  /** Where it listens, whatever the issuer says. */
  readonly port: number;
  readonly databaseFile: string;
  /** Folder of the database; removed by `stop`. */
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

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}

/** Runs a command of the CLI; resolves to its stdout, rejects with its stderr. */
export function runCommand(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [join(root, "dist/cli.js"), ...words],
      { env: environment, timeout: patience },
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

/** Starts `dist/main.js` in development mode without the demo's rate of noise: a free port and an empty temporary folder. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const port = await freePort();
  const dataFolder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  const databaseFile = join(dataFolder, "test.db");
  const origin = options.env?.["ISSUER"] ?? `http://localhost:${port}`;
  const environment = {
    ...process.env,
    NODE_ENV: "",
    PORT: String(port),
    DATABASE_URL: `sqlite:${databaseFile}`,
    LOG_LEVEL: "warn",
    ...options.env,
  };
  let output = "";
  let child: ChildProcess | undefined;
  const log = () => output;
  const start = async () => {
    child = spawn(process.execPath, [join(root, "dist/main.js")], {
      env: environment,
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
    databaseFile,
    dataFolder,
    log,
    start,
    get pid() {
      return child?.pid;
    },
    cli: async <Result>(...words: string[]) =>
      JSON.parse(await runCommand(environment, [...words, "--json"])) as Result,
    kill: async () => {
      await end("SIGKILL");
    },
    stop: async () => {
      const code = await end("SIGTERM");
      if (existsSync(dataFolder)) rmSync(dataFolder, { recursive: true });
      return code;
    },
  };
}
