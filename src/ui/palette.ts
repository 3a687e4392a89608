import { black, type Colour, contrast, mix, white } from "./colour.ts";
import { type Design, tokenColour } from "./tokens.ts";

/** The operator's colour in one design, with what goes with it; names as in tokens.css. */
export interface Shades {
  /** Links, buttons, marks. */
  readonly brand: Colour;
  readonly strong: Colour;
  readonly soft: Colour;
  /** Text on `brand` and `strong`. */
  readonly onBrand: Colour;
}

export type Palette = { readonly [D in Design]: Shades };

/** WCAG 2.2, 1.4.3 level AA, for text. */
export const readable = 4.5;

/** Two colours that stand on one another somewhere and cannot be told apart well enough. */
export interface Unreadable {
  readonly design: Design;
  readonly front: Colour;
  readonly back: Colour;
  readonly ratio: number;
}

function shadesOf(design: Design, brand: Colour): Shades {
  const [towards, far, share] = design === "light" ? [black, 0.2, 0.9] : [white, 0.25, 0.8];
  return {
    brand,
    strong: mix(brand, towards, far),
    soft: mix(brand, tokenColour("card", design), share),
    onBrand: contrast(brand, white) >= contrast(brand, black) ? white : black,
  };
}

/** Every pair of a text and what it stands on, in which the operator's colour takes part. */
function pairs(
  design: Design,
  { brand, strong, soft, onBrand }: Shades,
): readonly (readonly [Colour, Colour])[] {
  const [paper, card] = [tokenColour("paper", design), tokenColour("card", design)];
  return [
    [brand, paper],
    [brand, card],
    [strong, paper],
    [strong, card],
    [strong, soft],
    [onBrand, brand],
    [onBrand, strong],
    [tokenColour("ink", design), soft],
  ];
}

function unreadable(design: Design, shades: Shades): Unreadable | undefined {
  const ratios = pairs(design, shades).map(([front, back]) => ({
    design,
    front,
    back,
    ratio: contrast(front, back),
  }));
  return ratios.find(({ ratio }) => ratio < readable);
}

/** The same colour, as much lighter as the dark design needs. */
function lightened(colour: Colour): Colour {
  for (let share = 0; share < 1; share += 0.02) {
    const lighter = mix(colour, white, share);
    if (unreadable("dark", shadesOf("dark", lighter)) === undefined) return lighter;
  }
  return white;
}

/** Both designs from one colour or two; or the pair that would be hard to read. */
export function paletteOf(light: Colour, dark: Colour = lightened(light)): Palette | Unreadable {
  const palette = { light: shadesOf("light", light), dark: shadesOf("dark", dark) };
  return unreadable("light", palette.light) ?? unreadable("dark", palette.dark) ?? palette;
}

/** A rule that puts the colours into the place of the style sheet's own. */
export function paletteCss({ light, dark }: Palette): string {
  const names = { brand: "brand", strong: "brand-strong", soft: "brand-soft", onBrand: "on-brand" } as const;
  const lines = (Object.keys(names) as (keyof Shades)[]).map(
    (shade) => `  --${names[shade]}: light-dark(${light[shade]}, ${dark[shade]});`,
  );
  return `:root {\n${lines.join("\n")}\n}\n`;
}
