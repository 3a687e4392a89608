// Compiles packages/client to its dist/; the compiler holds it to the web platform's types.
import { spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}packages/client/dist`;
const fresh = `${dist}.new-${process.pid}`;
const old = `${dist}.old-${process.pid}`;

const compiler = [`${root}node_modules/typescript/bin/tsc`, "-p", `${root}packages/client`];
const done = spawnSync(process.execPath, [...compiler, "--outDir", fresh], { stdio: ["ignore", 2, 2] });
if (done.status === 0) {
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
}
for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
process.exitCode = done.status ?? 1;
