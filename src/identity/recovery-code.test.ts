import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { defaultLimits } from "./rate-limit.ts";
import { readRecoveryCode, recoveryCodeCount, recoveryCodes } from "./recovery-code.ts";

it("gives eight different codes, and reads them back", () => {
  const codes = recoveryCodes((bytes) => randomBytes(bytes));
  expect(new Set(codes).size).toBe(8);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
    expect(readRecoveryCode(code)).toBe(code);
  }
});

it.each([
  ["ABCDE-FGH12", "abcde-fgh12"],
  [" abcdefgh12 ", "abcde-fgh12"],
  ["abc de–fgh 12", "abcde-fgh12"],
  ["OILoi-00000", "01101-00000"],
])("reads %j as it was meant", (typed, code) => {
  expect(readRecoveryCode(typed)).toBe(code);
});

it.each(["", "abcde-fgh1", "abcde-fgh123", "abcde-fgu12", "123456", "abcde_fgh12", "ábcde-fgh12"])(
  "%j is none",
  (typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined();
  },
);

it("gives codes that the day's guesses do not find", () => {
  const guesses = 2 * defaultLimits.second_factor_by_account.count;
  expect((guesses * recoveryCodeCount) / 32 ** 10).toBeLessThan(1e-12);
});
