import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Once before all tests: the flows run the built server, as users do. */
export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url))], {
    stdio: "inherit",
  });
}
