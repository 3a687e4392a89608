import { expect, it } from "vitest";
import { compactCss } from "./compact-css.ts";

it.each([
  ["a {\n  color: red;\n}\n", "a{color: red}"],
  ["/* why\n   so */\na,\nb :target {\n  margin: 0 auto;\n}\n\nc {\n}\n", "a,b :target{margin: 0 auto}c{}"],
  [
    "a {\n  font:\n    1rem\n    serif;\n  width: calc(\n    1px + 2px\n  );\n}",
    "a{font:1rem serif;width: calc(1px + 2px)}",
  ],
  ["@media (width < 4rem) {\n  a {\n    b: c;\n  }\n}", "@media (width < 4rem){a{b: c}}"],
])("keeps what %j says", (css, compact) => {
  expect(compactCss(css)).toBe(compact);
});
