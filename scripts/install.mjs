// Installs exactly the lockfile, but only when it changed since the last time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** npm empties the folder before it installs: behind a link that would be somebody else's. */
function refuseLink(folder) {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  console.error(
    `${folder} is a link, and installing would empty the folder it leads to. Remove the link and start again.`,
  );
  process.exit(1);
}

/** Runs `npm ci` in `root` unless node_modules already holds this lockfile; ends the process when npm fails. */
export function installLockfile(root) {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".lockfile-sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  refuseLink(join(root, "node_modules"));
  console.error("Installing what the lockfile names …");
  const { NODE_ENV: _ignored, ...environment } = process.env;
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const done = spawnSync(
    command,
    [...first, "ci", "--include=dev", "--include=optional", "--loglevel=error"],
    {
      cwd: root,
      env: environment,
      stdio: ["ignore", 2, 2],
      shell: !npm && process.platform === "win32",
    },
  );
  if (done.status !== 0) {
    console.error("npm ci failed; its message is above. Is the npm registry reachable?");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
