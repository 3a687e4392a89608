import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const smoke = fileURLToPath(new URL("../../bench/smoke.mjs", import.meta.url));

it("runs every part of the benchmark and finds no answer that it did not expect", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [smoke], { timeout: 240_000 });
  const measured = String.raw` *\| *[1-9][\d,]* *\|`;
  for (const [part, row] of [
    ["side by side", "refresh +\\| mubarokah-id"],
    ["without a hash", "whole sign-in, without its hash +\\| mubarokah-id"],
    ["stored tokens", "user by one of many tokens +\\| 300 tokens"],
    ["connections", "refresh +\\| 4 connections"],
    ["nodes", "refresh +\\| 2"],
    ["abuse", "1,000 slow connections +\\| [\\d,]+ open"],
    ["soak", "[\\d.]+"],
  ] as const)
    expect(stdout, part).toMatch(new RegExp(String.raw`\n\| ${row}${measured}`));
  expect(stdout).not.toContain("unexpected answers");
}, 240_000);
