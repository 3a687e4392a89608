import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";
import { type Binaries, binaries, serverUser } from "./postgres-binaries.ts";

const patience = 30_000;

/** A PostgreSQL of the tests' own, on a free port of 127.0.0.1. */
export interface PostgresServer {
  readonly port: number;
  urlOf(database: string): string;
  /** SIGKILL to all of its processes; what was committed stays. */
  kill(): Promise<void>;
  /** Starts again on the same data and port. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** `settings` are PostgreSQL's own, for example `{ max_connections: "20" }`. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-postgres-"));
  chmodSync(folder, 0o755);
  const found = await binaries(folder);
  const data = await initialise(found, folder);
  const port = await freePort();
  let running: ChildProcess | undefined;
  const start = async () => {
    running = await launch(found, data, { port: `${port}`, ...defaults, ...settings });
  };
  const end = async (signal: NodeJS.Signals) => {
    const gone = running && running.exitCode === null ? once(running, "exit") : undefined;
    running?.kill(signal);
    await gone;
  };
  await start();
  return {
    port,
    urlOf: (database) => `postgres://tester:${password}@127.0.0.1:${port}/${database}`,
    start,
    // The others notice that the first process is gone and go too.
    kill: () => end("SIGKILL"),
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const password = "only-for-tests";
const defaults = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "300",
  shared_buffers: "64MB",
  // The tests kill processes, not the machine: what the kernel has been given is not lost.
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
};

async function initialise({ initdb }: Binaries, folder: string): Promise<string> {
  const { uid, gid } = serverUser();
  const data = join(folder, "data");
  const secret = join(folder, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) for (const path of [data, secret]) chownSync(path, uid, gid);
  const choices = ["--username=tester", "--auth=scram-sha-256", `--pwfile=${secret}`, "--encoding=UTF8"];
  // Thousands of connections: the work that makes guessing a password slow would be most of each.
  const quick = ["-c", "scram_iterations=1"];
  // The least like SQLite's order of texts that can be had.
  const locale = ["--locale=C", "--locale-provider=icu", "--icu-locale=en-US", "--lc-messages=C"];
  await promisify(execFile)(initdb, [`--pgdata=${data}`, "--no-sync", ...quick, ...choices, ...locale], {
    ...serverUser(),
    timeout: patience,
  });
  return data;
}

async function launch(
  { postgres }: Binaries,
  data: string,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(postgres, ["-D", data, ...options], {
    ...serverUser(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`PostgreSQL did not start:\n${log}`)), patience);
    child.stderr.on("data", (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-10_000);
      if (/ready to accept connections/.test(log)) settle(resolve);
    });
    child.once("exit", () => settle(() => reject(new Error(`PostgreSQL did not start:\n${log}`))));
    const settle = (how: () => void) => {
      clearTimeout(timer);
      how();
    };
  });
  return child;
}
