import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/install.mjs", import.meta.url));

it("installs nothing through a linked node_modules, whose folder npm would empty", () => {
  const root = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  const theirs = join(root, "theirs");
  mkdirSync(theirs);
  writeFileSync(join(theirs, "kept"), "");
  symlinkSync(theirs, join(root, "node_modules"));
  writeFileSync(join(root, "package-lock.json"), "{}");
  const call = `import(${JSON.stringify(script)}).then((made) => made.installLockfile(${JSON.stringify(root)}))`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", call], { encoding: "utf8", cwd: root });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/node_modules is a link.*Remove the link/)]);
  expect(existsSync(join(theirs, "kept"))).toBe(true);
  rmSync(root, { recursive: true });
});
