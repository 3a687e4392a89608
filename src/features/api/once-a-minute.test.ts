import { expect, it } from "vitest";
import { onceAMinute } from "./once-a-minute.ts";

it("is due at first, and again after a minute", () => {
  const due = onceAMinute(10);
  expect([due("a", 0), due("a", 59_999), due("b", 59_999), due("a", 60_000), due("a", 60_001)]).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
});

it("forgets the oldest keys beyond its capacity and no other", () => {
  const due = onceAMinute(3);
  for (const key of ["a", "b", "c", "d"]) expect(due(key, 0)).toBe(true);
  expect(["b", "c", "d"].map((key) => due(key, 1))).toEqual([false, false, false]);
  expect(due("a", 1)).toBe(true);
});
