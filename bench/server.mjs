import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serverMemory } from "../scripts/server-process.mjs";
import { onLeave } from "./leave.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "localhost", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Limits are counted as ever, only too high to be met. */
export function raised(...names) {
  return names.map((name) => `${name}=9999999`).join(",");
}

/** A process of our server, started as `npm start` would in `tree`, with its log in a file; resolves when it answers. */
export async function launch({ port, folder, settings, tree = root, flags = [] }) {
  const environment = {
    ...serverMemory,
    ...process.env,
    NODE_ENV: "",
    PORT: String(port),
    ISSUER: `http://localhost:${port}`,
    DATABASE_URL: `sqlite:${join(folder, "bench.db")}`,
    ...settings,
  };
  const log = openSync(join(folder, `server-${port}.log`), "w");
  const child = spawn(process.execPath, [...flags, join(tree, "dist/main.js")], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const stop = () => ended(child, "SIGTERM");
  onLeave(stop);
  const readyMilliseconds = await untilReady(port, performance.now(), child);
  return { port, pid: child.pid, environment, readyMilliseconds, stop };
}

/** Milliseconds from `began` until the server answers. */
export async function untilReady(port, began, child) {
  for (;;) {
    if (child.exitCode !== null || performance.now() - began > 30_000)
      throw new Error(`The server on port ${port} did not start (exit code ${child.exitCode}).`);
    const answer = await fetch(`http://localhost:${port}/health`).catch(() => undefined);
    if (answer) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function ended(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill(signal);
  });
}
