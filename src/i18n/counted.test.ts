import { expect, it } from "vitest";
import { counted, numberText } from "./counted.ts";
import { momentText } from "./moment.ts";

const codes = { one: "# code", other: "# codes" };

it.each([
  [0, "0 codes"],
  [1, "1 code"],
  [2, "2 codes"],
  [1_234, "1,234 codes"],
])("counts in English: %i", (count, text) => {
  expect(counted("en", count, codes)).toBe(text);
});

it("has one form in Indonesian, and its own signs in numbers", () => {
  expect(counted("id", 1, { other: "# kode" })).toBe("1 kode");
  expect(numberText("id", 1_234)).toBe("1.234");
});

it("writes a moment with the zone that it means", () => {
  expect(momentText("en", 0)).toBe("Jan 1, 1970, 12:00 AM UTC");
  expect(momentText("id", 0)).toBe("1 Jan 1970, 00.00 UTC");
});
