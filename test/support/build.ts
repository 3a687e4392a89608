import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Once before all tests: the flows run the built server, and packages are checked as they are published. */
export function setup(): void {
  // Types of the server are a check of their own.
  for (const [script = "", ...words] of [["build.mjs", "--unchecked"], ["build-client.mjs"]]) {
    const path = fileURLToPath(new URL(`../../scripts/${script}`, import.meta.url));
    execFileSync(process.execPath, [path, ...words], { stdio: "inherit" });
  }
}
