import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { readPicture } from "./identity/picture/read-picture.ts";
import type { Brand } from "./ui/brand.ts";
import { readColour } from "./ui/colour.ts";
import { type Palette, paletteOf, readable, type Unreadable } from "./ui/palette.ts";

const largest = 256 * 1024;
const maxSide = 1024;

const colourHint =
  "must be a colour as #rrggbb, or two for the light and the dark design, separated by a comma, for example #0b6b5d";

function sentence({ design, front, back, ratio }: Unreadable): string {
  const wanted = design === "light" ? "darker" : "lighter";
  return `would be hard to read: in the ${design} design ${front} on ${back} has a contrast of ${ratio.toFixed(2)} to 1, WCAG 2.2 asks for ${readable}; take a ${wanted} one, for example #0b6b5d,#4fc4b0`;
}

function readPalette(text: string): Palette | string {
  const colours = text.split(",").map((part) => readColour(part.trim()));
  const [light, dark] = colours;
  const known = colours.every((colour) => colour !== undefined);
  if (light === undefined || !known || colours.length > 2) return colourHint;
  const palette = paletteOf(light, dark);
  return "ratio" in palette ? sentence(palette) : palette;
}

const logoHint = `must be the path of a PNG, JPG or GIF of at most ${largest / 1024} KB and ${maxSide} by ${maxSide} pixels, for example /etc/mubarokah-id/logo.png`;

function readLogo(path: string): NonNullable<Brand["logo"]> | string {
  try {
    if (statSync(path).size > largest) return logoHint;
    const picture = readPicture(readFileSync(path), maxSide);
    return typeof picture === "string" ? logoHint : { type: picture.type, bytes: picture.bytes };
  } catch {
    return `${logoHint}; this one cannot be read`;
  }
}

/** Whatever stands in a subject, a header or the title of a page, in any script. */
const nameShape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&'’-]{0,39}$/u;

export const brandSchema = {
  BRAND_NAME: z
    .string()
    .regex(
      nameShape,
      "must be a name of at most 40 letters, digits, spaces and .&'-, for example Mubarokah ID",
    )
    .default("Mubarokah ID"),
  BRAND_COLOR: z
    .string()
    .transform((text, context) => {
      const read = readPalette(text);
      if (typeof read !== "string") return read;
      context.addIssue(read);
      return z.NEVER;
    })
    .optional(),
  BRAND_LOGO: z
    .string()
    .transform((path, context) => {
      const read = readLogo(path);
      if (typeof read !== "string") return read;
      context.addIssue(read);
      return z.NEVER;
    })
    .optional(),
};

interface BrandValues {
  readonly BRAND_NAME: string;
  readonly BRAND_COLOR?: Palette | undefined;
  readonly BRAND_LOGO?: Brand["logo"] | undefined;
}

export function brandOf({ BRAND_NAME, BRAND_COLOR, BRAND_LOGO }: BrandValues): Brand {
  return { name: BRAND_NAME, palette: BRAND_COLOR ?? null, logo: BRAND_LOGO ?? null };
}
