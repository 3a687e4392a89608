import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Port of 127.0.0.1 at which a test file asks for the URL of the PostgreSQL. */
    postgresDesk: number;
  }
}

/** One PostgreSQL for all test files, started when the first of them asks. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let keeper: ChildProcess | undefined;
  let url: Promise<string> | undefined;
  const start = async () => {
    const script = fileURLToPath(new URL("./postgres-keeper.ts", import.meta.url));
    const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
    keeper = child;
    const [line] = await Promise.race([once(createInterface(child.stdout), "line"), once(child, "exit")]);
    if (typeof line !== "string") throw new Error("PostgreSQL did not start.");
    return line;
  };
  const desk = createServer((socket) => {
    url ??= start();
    url.then((text) => socket.end(text)).catch(() => socket.destroy());
  });
  desk.listen(0, "127.0.0.1");
  await once(desk, "listening");
  const address = desk.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  provide("postgresDesk", address.port);
  return async () => {
    desk.close();
    if (!keeper || keeper.exitCode !== null) return;
    const gone = once(keeper, "exit");
    keeper.stdin?.end();
    await gone;
  };
}
