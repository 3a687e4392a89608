// Which files the documentation is made of. Runs on any Node, before anything is installed.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const sources = ["docs", "examples", "packages/client/README.md"];

/** Every file below `root` that decides what the documentation looks like. */
export function guideFiles(root) {
  const paths = sources.map((path) => join(root, path)).filter((path) => existsSync(path));
  return paths.flatMap((path) => {
    if (path.endsWith(".md")) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".png"))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  });
}
