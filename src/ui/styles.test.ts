import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL("styles/", import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));

/** A tick looks the same in both directions, so it is drawn by sides. */
const drawings = new Set(["border-width: 0 0 2.5px 2.5px"]);

/** `padding: 1px 2px 3px 4px` and the like: the second and the fourth are the right and the left side. */
const fourSides = /^(?:padding|margin|inset|border-(?:width|style|color|radius)|scroll-(?:margin|padding)):/;

function isPhysical(declaration: string): boolean {
  const [property = "", value = ""] = declaration.split(/:\s*/, 2);
  if (/\b(?:left|right)\b/.test(declaration)) return true;
  if (/^(?:top|bottom|width|height|(?:min|max)-(?:width|height))$/.test(property)) return true;
  const parts = value.match(/(?:[^\s(]+(?:\([^)]*\))?)+/g) ?? [];
  return fourSides.test(declaration) && parts.length === 4 && parts[1] !== parts[3];
}

function physicalIn(css: string): readonly string[] {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split(/[{};]/)
    .map((part) => part.trim())
    .filter((part) => /^-?[a-z-]+:\s/.test(part) && isPhysical(part) && !drawings.has(part));
}

it("finds what is bound to one side of the screen", () => {
  const css =
    "a { margin-left: 1px; text-align: right; padding: 0 var(--a) 0 0; width: 1px; margin: 0 1px 0 1px }";
  expect(physicalIn(css)).toEqual([
    "margin-left: 1px",
    "text-align: right",
    "padding: 0 var(--a) 0 0",
    "width: 1px",
  ]);
});

it.each(sheets)("%s moves nothing for people who asked for stillness", (name) => {
  const css = readFileSync(new URL(name, folder), "utf8");
  const still = css.replace(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, "");
  expect(still).not.toMatch(/\b(transition|animation|scroll-behavior)\b/);
});

it.each(sheets)("%s leaves the sign of focus to be seen", (name) => {
  expect(readFileSync(new URL(name, folder), "utf8")).not.toMatch(/outline(-width|-style)?:\s*(0|none)/);
});

it.each(sheets)("%s says start and end, never left and right", (name) => {
  expect(physicalIn(readFileSync(new URL(name, folder), "utf8"))).toEqual([]);
});
