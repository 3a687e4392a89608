import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { environmentSchema } from "./config-schema.ts";
import { defaultLimits } from "./identity/rate-limit.ts";

const [settings = "", limits = ""] = readFileSync(
  new URL("../docs/configuration.md", import.meta.url),
  "utf8",
).split("## Rate limits");

function rows(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
}

it("documents every setting, and no other", () => {
  const documented = rows(settings).map(([, name]) => name?.replace(" †", ""));
  const known = Object.keys(environmentSchema.shape).filter((name) => name !== "NODE_ENV");
  expect(new Set(documented)).toEqual(new Set(known));
});

it("documents each setting's default as it is", () => {
  const defaults = environmentSchema.parse({}) as Record<string, unknown>;
  for (const [, name = "", shown = ""] of rows(settings)) {
    const value = defaults[name];
    if (typeof value === "number") expect([name, shown]).toEqual([name, String(value)]);
  }
});

it("documents every limit with its default", () => {
  const documented = Object.fromEntries(rows(limits).map(([, name, shown]) => [name, shown]));
  const known = Object.entries(defaultLimits).map(([name, { count, window }]) => [
    name,
    `${count}/${window}`,
  ]);
  expect(documented).toEqual(Object.fromEntries(known));
});
