import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Colour, contrast, mix, readColour } from "./colour.ts";
import { type Palette, paletteCss, paletteOf, readable } from "./palette.ts";
import { tokenColour } from "./tokens.ts";

function palette(light: Colour, dark?: Colour): Palette {
  const made = paletteOf(light, dark);
  if ("ratio" in made) throw new Error(JSON.stringify(made));
  return made;
}

describe("contrast", () => {
  // Of WCAG 2.2's own understanding documents and of common checkers.
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
    ["#ff0000", "#ffffff", 4],
    ["#0000ff", "#ffffff", 8.59],
  ] as const)("of %s and %s is %d to 1, whichever is in front", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

it("reads #rrggbb and nothing else", () => {
  expect(readColour("#0B6B5D")).toBe("#0b6b5d");
  for (const text of ["", "0b6b5d", "#0b6b5", "#0b6b5dd", "red", "#0b6b5g", "#0b6b5d;}", "#0b6b5d\n"])
    expect(readColour(text)).toBeUndefined();
});

describe("a palette", () => {
  it("says which colours would be hard to read, in which design", () => {
    expect(paletteOf("#ffcc00")).toMatchObject({ design: "light", front: "#ffcc00" });
    expect(paletteOf("#0b6b5d", "#123456")).toMatchObject({ design: "dark", front: "#123456" });
  });

  it("of one colour has it in the light design, and one as light as needed in the dark", () => {
    const { light, dark } = palette("#0b6b5d");
    expect(light).toMatchObject({ brand: "#0b6b5d", onBrand: "#ffffff" });
    expect(contrast(dark.brand, tokenColour("card", "dark"))).toBeGreaterThanOrEqual(readable);
    expect(dark.onBrand).toBe("#000000");
  });

  it("takes the place of what the style sheet has", () => {
    const css = paletteCss(palette("#7a1f5c", "#f0a3d4"));
    expect(css).toContain("--brand: light-dark(#7a1f5c, #f0a3d4);");
    for (const [name = ""] of css.matchAll(/--[a-z-]+/g))
      expect(() => tokenColour(name.slice(2), "dark")).not.toThrow();
  });

  it("our own colours pass the same test", () => {
    expect(paletteOf(tokenColour("brand", "light"), tokenColour("brand", "dark"))).not.toHaveProperty(
      "ratio",
    );
  });

  it("of any colour is readable everywhere, or refused", () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(part, part, part, (red, green, blue) => {
        const colour: Colour = `#${Buffer.from([red, green, blue]).toString("hex")}`;
        const made = paletteOf(colour);
        if ("ratio" in made) {
          expect(made.ratio).toBeLessThan(readable);
          return;
        }
        for (const design of ["light", "dark"] as const) {
          const { brand, strong, soft, onBrand } = made[design];
          expect(contrast(brand, tokenColour("card", design))).toBeGreaterThanOrEqual(readable);
          expect(contrast(onBrand, brand)).toBeGreaterThanOrEqual(readable);
          expect(contrast(onBrand, strong)).toBeGreaterThanOrEqual(readable);
          expect(contrast(strong, soft)).toBeGreaterThanOrEqual(readable);
        }
      }),
      { numRuns: 300 },
    );
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  });
});
