import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const bench = fileURLToPath(new URL("../../bench/run.mjs", import.meta.url));

it("drives our server and finds no answer that it did not expect", async () => {
  const words = ["--ours", "--seconds", "0.3", "--rounds", "1", "--connections", "8", "--only", "refresh"];
  const { stdout } = await promisify(execFile)(process.execPath, [bench, ...words], { timeout: 60_000 });
  expect(stdout).toMatch(/\| refresh +\| mubarokah-id +\| [1-9]/);
  expect(stdout).not.toContain("unexpected answers");
}, 60_000);
