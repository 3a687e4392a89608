// Runs a script with a Node that is new enough, after installing what is missing: node scripts/with-node.mjs SCRIPT [ARGUMENT …]
import { spawn, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installLockfile } from "./install.mjs";
import { findNode } from "./node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
installLockfile(root);
const node = findNode(root);
const [script, ...rest] = process.argv.slice(2);
if (script.startsWith("dist/")) {
  const built = spawnSync(node, [join(root, "scripts/build.mjs")], { stdio: ["ignore", 2, 2] });
  if (built.status !== 0) process.exit(1);
}
// The channel tells the child when this process is gone, however it went.
const child = spawn(node, [resolve(root, script), ...rest], {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
