import { type ChildProcess, fork, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { HostAnswer, HostRequest } from "./server-host.ts";

const patience = 15_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Started {
  readonly pid: number | undefined;
  /** Ends it in order, or at once; resolves to the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface Start {
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
  /** Where it is started. */
  readonly folder: string;
  /** Is told everything it prints. */
  readonly printed: (text: string) => void;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function untilReady({ port }: Start, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await answers(`http://localhost:${port}/livez`))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The server did not start:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function gone(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

/** `dist/main.js` as an operator would run it. */
export async function startAlone(start: Start): Promise<Started> {
  const { environment, folder, printed } = start;
  const child = spawn(process.execPath, [join(root, "dist/main.js")], {
    env: environment,
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  const keep = (chunk: Buffer) => {
    log += chunk.toString();
    printed(chunk.toString());
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  await untilReady(start, child, () => log);
  return {
    pid: child.pid,
    end: (signal) => {
      child.kill(signal);
      return gone(child);
    },
  };
}

let shared: ChildProcess | undefined;
let count = 0;

function host(): ChildProcess {
  if (shared && shared.exitCode === null) return shared;
  const script = fileURLToPath(new URL("./server-host.ts", import.meta.url));
  shared = fork(script, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  // It lives as long as the tests that use it, and keeps none of them from ending.
  shared.unref();
  shared.channel?.unref();
  shared.setMaxListeners(0);
  return shared;
}

/** One more installation in the process that the test files of a worker share. */
export async function startShared({ environment, folder, printed }: Start): Promise<Started> {
  const child = host();
  const id = `${++count}`;
  const hear = (answer: HostAnswer) => {
    if (answer.id === id && "printed" in answer) printed(answer.printed);
  };
  child.on("message", hear);
  const ask = async (request: HostRequest) => {
    child.channel?.ref();
    const done = new Promise<string | null>((resolve, reject) => {
      const listen = (answer: HostAnswer) => {
        if (answer.id !== id || !("done" in answer)) return;
        child.off("message", listen);
        child.off("exit", lost);
        resolve(answer.done);
      };
      const lost = () => reject(new Error("The process of the servers is gone."));
      child.on("message", listen);
      child.once("exit", lost);
    });
    child.send(request);
    const problem = await done.finally(() => child.channel?.unref());
    if (problem !== null) throw new Error(`The server did not start or stop:\n${problem}`);
  };
  await ask({ id, start: environment, folder });
  return {
    pid: child.pid,
    end: async (signal) => {
      if (signal === "SIGKILL")
        throw new Error("Other servers live in the same process: startServer({ alone: true }).");
      await ask({ id, stop: true });
      child.off("message", hear);
      return 0;
    },
  };
}
