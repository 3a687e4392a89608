import { readFileSync } from "node:fs";
import { type Colour, readColour } from "./colour.ts";

export type Design = "light" | "dark";

const sheet = readFileSync(new URL("styles/tokens.css", import.meta.url), "utf8");

/** A colour of the style sheet in one of the two designs. */
export function tokenColour(name: string, design: Design): Colour {
  const [, light = "", dark = ""] =
    new RegExp(`--${name}: light-dark\\((\\S+), (\\S+)\\);`).exec(sheet) ?? [];
  const colour = readColour(design === "light" ? light : dark);
  if (colour === undefined) throw new Error(`tokens.css has no colour ${name} for the ${design} design`);
  return colour;
}
