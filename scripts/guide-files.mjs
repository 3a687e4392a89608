// Which files the documentation is made of. Runs on any Node, before anything is installed.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const client = ["README.md", "package.json", "tsconfig.json", "src"].map((name) => `packages/client/${name}`);
const sources = ["docs", "examples", "LICENSE", ...client];

/** Every file below `root` that decides what the documentation looks like, and the SDK that is offered there. */
export function guideFiles(root) {
  const paths = sources.map((path) => join(root, path)).filter((path) => existsSync(path));
  return paths.flatMap((path) => {
    if (statSync(path).isFile()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".png"))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  });
}
