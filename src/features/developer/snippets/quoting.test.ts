import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { php, script, shell } from "./quoting.ts";

/** What may stand in a redirect URI or a name, and what would hurt. */
const hostile = fc.string({
  unit: fc.constantFrom(
    "'",
    '"',
    "\\",
    "$",
    "`",
    "(",
    ")",
    "!",
    "#",
    ";",
    "&",
    "|",
    "\n",
    " ",
    "a",
    "é",
    "…",
  ),
});

it("a shell reads what was meant, and runs nothing", () => {
  const texts = fc.sample(hostile, 200);
  const command = texts.map((text) => `printf '%s\\0' ${shell(text)}`).join("\n");
  const read = execFileSync("sh", ["-c", command], { encoding: "utf8" }).split("\0").slice(0, -1);
  expect(read).toEqual(texts);
});

it("a script reads what was meant", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(JSON.parse(script(text))).toBe(text);
    }),
  );
});

it("PHP reads what was meant: within single quotes a backslash escapes itself and the quote, nothing else", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const literal = php(text);
      expect(literal).toMatch(/^'(?:[^'\\]|\\['\\])*'$/s);
      expect(literal.slice(1, -1).replace(/\\(['\\])/g, "$1")).toBe(text);
    }),
  );
});
