import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a process ended, with all it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  readonly stdin?: string;
}

const patience = 10_000;

/** Runs `dist/main.js` or `dist/cli.js` to its end, with no setting but `env`; kills it after ten seconds. */
export function runToEnd(script: "main" | "cli", options: RunOptions = {}): Promise<Ended> {
  const path = fileURLToPath(new URL(`../../dist/${script}.js`, import.meta.url));
  const child = spawn(process.execPath, [path, ...(options.words ?? [])], {
    env: { PATH: process.env["PATH"], ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on("error", () => {});
  child.stdin.end(options.stdin ?? "");
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** The lines of a text that hold something. */
export function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}
