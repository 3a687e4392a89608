import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { oneTimeCode, readCode } from "./one-time-code.ts";

it("gives six digits, with their leading zeros", () => {
  expect(oneTimeCode(() => Buffer.from([0, 0, 0, 7]))).toBe("000007");
  for (let i = 0; i < 1000; i++) expect(oneTimeCode(randomBytes)).toMatch(/^\d{6}$/);
});

it("draws again instead of favouring low codes", () => {
  const drawn = [Buffer.from("ffffffff", "hex"), Buffer.from("00000001", "hex")];
  expect(oneTimeCode(() => drawn.shift() ?? Buffer.alloc(4))).toBe("000001");
  expect(drawn).toHaveLength(0);
});

it.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["123-456", "123456"],
  ["٠١٢٣٤٥", "012345"],
  ["۶۷۸۹۰۱", "678901"],
  ["１２３４５６", "123456"],
  ["\u2066123456\u2069", "123456"],
  ["12345", undefined],
  ["1234567", undefined],
  ["12345a", undefined],
  ["", undefined],
  [`123456${" ".repeat(100_000)}7`, "123456"],
])("reads %j as %j", (typed, code) => {
  expect(readCode(typed)).toBe(code);
});
