// Compiles src/ to dist/, copies what is not TypeScript, renders the documentation and packs the SDK; does nothing when dist/ is
// newer than its sources.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { guideFiles } from "./guide-files.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const asset = /\.(sql|css|svg|woff2|txt|js)$/;
const dist = join(root, "dist");
const stamp = join(dist, ".fingerprint");

/** Everything that decides what dist/ looks like, as one string: paths, sizes and times. */
function fingerprint() {
  const entries = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath ?? e.path, e.name));
  const settings = [
    ...["tsconfig.json", "tsconfig.build.json", "package-lock.json"],
    ...["render-guide", "guide-markdown", "pack-client"].map((name) => `scripts/${name}.mjs`),
  ].map((f) => join(root, f));
  return [...files, ...settings, ...guideFiles(root)]
    .sort()
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${relative(root, file)} ${size} ${Math.round(mtimeMs)}`;
    })
    .join("\n");
}

function isBuilt(wanted) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

/** Takes the finished folder into use; another build of the same sources may have been first. */
function swap(fresh, wanted) {
  const old = `${dist}.old-${process.pid}`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    if (!isBuilt(wanted)) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Builds if anything changed, with `node` (a Node that is new enough); ends the process when the compiler finds an
 * error, of types too unless `unchecked`. Works beside the old dist/ and swaps at the end, so that two commands at once do not meet half a build.
 */
export function build(node = process.execPath, unchecked = false) {
  const wanted = fingerprint();
  if (isBuilt(wanted)) return;
  const fresh = `${dist}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  const run = (...args) => {
    const { status } = spawnSync(node, args, { stdio: ["ignore", 2, 2] });
    if (status === 0) return;
    rmSync(fresh, { recursive: true, force: true });
    process.exit(1);
  };
  const compiler = [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.build.json")];
  run(...compiler, "--outDir", fresh, ...(unchecked ? ["--noCheck"] : []));
  cpSync(join(root, "src"), fresh, {
    recursive: true,
    filter: (source) => statSync(source).isDirectory() || asset.test(source),
  });
  run(join(root, "scripts/render-guide.mjs"), join(fresh, "guide"));
  run(join(root, "scripts/pack-client.mjs"), join(fresh, "guide/mubarokah-client.tgz"));
  writeFileSync(join(fresh, ".fingerprint"), wanted);
  swap(fresh, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build(process.execPath, process.argv.includes("--unchecked"));
}
