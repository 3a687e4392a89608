import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  identifierKind,
  normaliseEmail,
  normalisePhone,
  normaliseUsername,
  readableNumber,
  usernameProblem,
} from "./contact.ts";

describe("normaliseEmail", () => {
  it.each([
    ["siti@example.com", "siti@example.com"],
    ["  Siti.Nur+tag@EXAMPLE.Co.ID \n", "Siti.Nur+tag@example.co.id"],
    ["o'brien@example.org", "o'brien@example.org"],
    ["budi@bücher.example", "budi@xn--bcher-kva.example"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
  ])("keeps %j as %j", (text, address) => {
    expect(normaliseEmail(text)).toBe(address);
  });

  it.each([
    "",
    "@",
    "siti",
    "siti@",
    "@example.com",
    "siti@example",
    "siti@@example.com",
    "siti@example.com@evil.example",
    "siti@example.com\r\nBcc: all@example.com",
    "siti\u0000@example.com",
    "siti nur@example.com",
    '"siti@evil.example"@example.com',
    '"siti"@example.com',
    "siti@example.com,other@example.com",
    "Siti <siti@example.com>",
    "<siti@example.com>",
    "siti@[127.0.0.1]",
    "siti@127.0.0.1",
    "siti@0x7f.1",
    "siti@example..com",
    "siti@-example.com",
    "siti@example.com.",
    "siti@exa%6dple.com",
    "siti@example.com(comment)",
    ".siti@example.com",
    "siti.@example.com",
    "si..ti@example.com",
    "ѕіті@example.com",
    "siti@example.c\u202Eom",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.com`,
    `siti@example.com${" ".repeat(100_000)}`,
  ])("refuses %j", (text) => {
    expect(normaliseEmail(text)).toBeUndefined();
  });

  it("gives only addresses that cannot break out of a header, and gives them again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" })), (text) => {
        const address = normaliseEmail(text);
        if (address === undefined) return;
        expect(address).toMatch(/^[\x21-\x7e]{3,254}$/);
        expect(address).not.toMatch(/[\s"<>(),:;[\]\\]/);
        expect(normaliseEmail(address)).toBe(address);
      }),
    );
  });
});

describe("normalisePhone", () => {
  it.each([
    ["081234567890", "+6281234567890"],
    ["0812-3456-7890", "+6281234567890"],
    ["(0812) 3456 7890", "+6281234567890"],
    ["6281234567890", "+6281234567890"],
    ["+62 812 3456 7890", "+6281234567890"],
    ["\u202A+62 812\u00A03456\u20117890\u202C", "+6281234567890"],
    ["٠٨١٢٣٤٥٦٧٨٩٠", "+6281234567890"],
    ["+1 415 555 2671", "+14155552671"],
  ])("reads %j as %s", (text, e164) => {
    expect(normalisePhone(text)).toBe(e164);
  });

  it.each([
    "",
    "12345",
    "08123",
    "0812345678901234",
    "081234567890;ext=5",
    "081234567890 ext 5",
    "call 081234567890",
    "+62".padEnd(300, "8"),
    "++6281234567890",
    "tel:+6281234567890",
    "+6281234567890\r\nX: y",
  ])("refuses %j", (text) => {
    expect(normalisePhone(text)).toBeUndefined();
  });
});

describe("usernameProblem", () => {
  it.each(["budi", "b.u_d1", "a12", "x".repeat(30)])("takes %s", (username) => {
    expect(usernameProblem(username)).toBeUndefined();
  });

  it.each([
    ["ab", "too_short"],
    ["x".repeat(31), "too_long"],
    ["Budi", "characters"],
    ["bu di", "characters"],
    ["bu-di", "characters"],
    ["budi@x", "characters"],
    ["büdi", "characters"],
    ["12345", "no_letter"],
    ["1.2_3", "no_letter"],
    ["admin", "reserved"],
    ["ad.min_", "reserved"],
    ["mubarokah.id", "reserved"],
  ])("says of %s: %s", (username, problem) => {
    expect(usernameProblem(username)).toBe(problem);
  });

  it("knows a name however it is typed", () => {
    expect(normaliseUsername(" Budi.S ")).toBe("budi.s");
  });
});

describe("identifierKind", () => {
  it.each([
    ["Siti@Example.com", { kind: "email", value: "Siti@example.com" }],
    ["0812 3456 7890", { kind: "phone", value: "+6281234567890" }],
    ["Budi.S", { kind: "username", value: "budi.s" }],
    ["admin", { kind: "username", value: "admin" }],
    ["siti@", undefined],
    ["12345", undefined],
    ["no such person", undefined],
    ["", undefined],
    ["x".repeat(10_000), undefined],
  ])("reads %j", (text, identifier) => {
    expect(identifierKind(text)).toEqual(identifier);
  });
});

it.each([
  ["+6281234567890", "+62\u00a0812\u00a03456\u00a07890"],
  ["+442079460958", "+44\u00a020\u00a07946\u00a00958"],
  ["nothing", "nothing"],
])("shows %s as %s", (number, readable) => {
  expect(readableNumber(number)).toBe(readable);
});
