// Runs a script with a Node that is new enough, after installing what is missing: node scripts/with-node.mjs SCRIPT [ARGUMENT …]
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { installLockfile } from "./install.mjs";
import { findNode } from "./node.mjs";
import { onOrphaned } from "./orphaned.mjs";
import { serverMemory } from "./server-process.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
installLockfile(root);
const node = findNode(root);
const [script, ...rest] = process.argv.slice(2);
if (script.startsWith("dist/")) build(node);
// The channel tells the child when this process is gone, however it went.
const child = spawn(node, [resolve(root, script), ...rest], {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...serverMemory, ...process.env },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
onOrphaned(() => child.kill("SIGTERM"));
child.on("error", (error) => {
  console.error(`${node} cannot be started: ${error.message}`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
