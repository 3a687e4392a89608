// Compiles src/ to dist/ and copies what is not TypeScript; does nothing when dist/ is newer than its sources.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const asset = /\.(sql|css|svg|woff2|txt|js)$/;

/** Everything that decides what dist/ looks like, as one string: paths, sizes and times. */
function fingerprint() {
  const entries = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  const all = [
    ...files,
    join(root, "tsconfig.json"),
    join(root, "tsconfig.build.json"),
    join(root, "package-lock.json"),
  ];
  return all
    .sort()
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${relative(root, file)} ${size} ${Math.round(mtimeMs)}`;
    })
    .join("\n");
}

/** Builds if anything changed; ends the process when the compiler finds an error. */
export function build() {
  const stamp = join(root, "dist", ".fingerprint");
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const done = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], {
    stdio: ["ignore", 2, 2],
  });
  if (done.status !== 0) process.exit(1);
  cpSync(join(root, "src"), join(root, "dist"), {
    recursive: true,
    filter: (source) => statSync(source).isDirectory() || asset.test(source),
  });
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
