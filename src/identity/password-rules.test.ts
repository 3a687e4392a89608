import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { indonesianPasswords } from "./indonesian-passwords.ts";
import { longestPassword, passwordProblem } from "./password-rules.ts";

describe("passwordProblem", () => {
  it.each(["", "a", "x7!kQ2z", "🦀🦀🦀🦀🦀🦀🦀"])("finds %j too short", (password) => {
    expect(passwordProblem(password)).toBe("too_short");
  });

  it("counts characters, not bytes or accents", () => {
    expect(passwordProblem("crabe🦀é1")).toBeUndefined();
    expect(passwordProblem("cre\u0300me\u0301a")).toBe("too_short");
  });

  it("takes long sentences, and stops at its limit", () => {
    const sentence = "we walk to the harbour and count the boats ".repeat(5).slice(0, longestPassword);
    expect(passwordProblem(sentence)).toBeUndefined();
    expect(passwordProblem(`${sentence}x`)).toBe("too_long");
  });

  it.each([
    "password",
    "Password1",
    "P@ssw0rd",
    "p@ssw0rd123",
    "PASSWORD123!",
    "12345678",
    "123456789",
    "1234567890",
    "87654321",
    "11111111",
    "12121212",
    "abcabcabc",
    "qwertyuiop",
    "qwerty123",
    "1q2w3e4r",
    "1qaz2wsx",
    "zaq12wsx",
    "asdfghjkl",
    "qwer1234",
    "iloveyou",
    "iloveyou2",
    "sunshine",
    "princess1",
    "football",
    "baseball",
    "superman",
    "trustno1",
    "liverpool1",
    "michael1",
    "Michelle2001",
    "letmein123",
    "welcome1",
    "admin123",
    "17081945",
    "19450817",
    "bismillah",
    "sayangku",
    "indonesia",
    "rahasia123",
    "akucinta1",
    "monkeymonkey",
    "bigdaddy",
    "hotstuff69",
    "footballs",
    "liverpoo",
    "12345678910",
    "1234567891",
    "123123123",
    "asd123asd123",
    "11223344",
    "13579135",
    "10203040",
    "1029384756",
    "147852369",
    "159753456",
    "mnbvcxz123",
    "!@#$%^&*",
    "q1w2e3r4t5",
    "ａｄｍｉｎ１２３",
  ])("refuses the common %j", (password) => {
    expect(passwordProblem(password)).toBe("too_common");
  });

  it("refuses every one of the 10,000 commonest", () => {
    const { dictionary } = createRequire(import.meta.url)(
      "@zxcvbn-ts/language-common",
    ) as typeof import("@zxcvbn-ts/language-common");
    const all = [
      ...dictionary["passwords-common"].slice(0, 10_000),
      ...indonesianPasswords.trim().split(/\s+/),
    ];
    expect(all.length).toBeGreaterThan(10_000);
    expect(all.filter((password) => passwordProblem(password) === undefined)).toEqual([]);
  });

  it("answers at once, whatever it is given", () => {
    const hard = ["1".repeat(200), `${"sex".repeat(12)}q`, `${"man".repeat(13)}!`, "kuda baterai staples 12"];
    passwordProblem("the first one loads the lists");
    const start = performance.now();
    for (let round = 0; round < 50; round++) for (const text of hard) passwordProblem(text);
    expect(performance.now() - start).toBeLessThan(400);
  });

  it.each([
    "saturn's eleven rings",
    "correct horse battery staple",
    "kopi tubruk jam lima",
    "xk29-plum",
    "Tr0ub4dor&3",
    "gnarled8tin",
    "Kx7mPq2w",
    "bakso-urat-3x",
    "7f3a9c1e5b",
    "50283716",
    "83619047",
    "purple-otter-7",
    "demo-4f8a2c",
    "hunter of lost socks",
  ])("takes %j", (password) => {
    expect(passwordProblem(password)).toBeUndefined();
  });
});
