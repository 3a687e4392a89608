// Compiles the SDK and packs it as npm would: node scripts/pack-client.mjs FILE. The server offers the file at
// /docs/mubarokah-client.tgz, so that an application installs the SDK that knows this very catalogue.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "packages/client");
const block = 512;
/** One moment for all files: the same sources make the same bytes, and what an application's lockfile says stays true. */
const modified = Date.UTC(2026, 0, 1) / 1000;

function octal(number, width) {
  return `${number.toString(8).padStart(width - 1, "0")}\0`;
}

/** A file's header and content in the format of tar (POSIX.1-1988, "ustar"). */
function entry(name, content) {
  const header = Buffer.alloc(block);
  const put = (offset, text) => header.write(text, offset, "latin1");
  put(0, `package/${name}`);
  put(100, octal(0o644, 8));
  put(108, octal(0, 8));
  put(116, octal(0, 8));
  put(124, octal(content.length, 12));
  put(136, octal(modified, 12));
  put(148, " ".repeat(8));
  put(156, "0");
  put(257, "ustar\x0000");
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(148, `${octal(sum, 7)} `);
  return Buffer.concat([header, content, Buffer.alloc((block - (content.length % block)) % block)]);
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  return paths.map((path) => [relative(folder, path).split(sep).join("/"), path]);
}

const built = mkdtempSync(join(tmpdir(), "mubarokah-client-"));
try {
  const compiler = [join(root, "node_modules/typescript/bin/tsc"), "-p", source, "--outDir", built];
  const { status } = spawnSync(process.execPath, compiler, { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exitCode = 1;
  else {
    const files = [
      ["package.json", join(source, "package.json")],
      ["README.md", join(source, "README.md")],
      ["LICENSE", join(root, "LICENSE")],
      ...filesBelow(built)
        .map(([name, path]) => [`dist/${name}`, path])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ];
    const entries = files.map(([name, path]) => entry(name, readFileSync(path)));
    const archive = Buffer.concat([...entries, Buffer.alloc(2 * block)]);
    writeFileSync(process.argv[2], gzipSync(archive, { level: 9 }));
  }
} finally {
  rmSync(built, { recursive: true });
}
