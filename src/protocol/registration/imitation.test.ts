import { describe, expect, it } from "vitest";
import { imitates } from "./imitation.ts";

const operator = "Mubarokah ID";

describe("the operator's name", () => {
  it.each([
    ["as it is", "Mubarokah ID"],
    ["in other case", "mubarokah id"],
    ["in one word", "MubarokahID"],
    ["letter by letter", "M u b a r o k a h  I D"],
    ["with hyphens", "Mubarokah-ID"],
    ["inside a longer one", "Toko Mubarokah ID Cabang Depok"],
    ["inside a longer word", "mubarokahidlogin"],
    ["with digits", "Mubar0kah 1D"],
    ["in Cyrillic letters", "Мubаrоkаh ID"],
    ["in full width", "Ｍｕｂａｒｏｋａｈ ＩＤ"],
    ["with accents", "Mübārokáh ÍD"],
    ["with invisible signs", "Mub\u200barokah\u2060 ID"],
    ["one letter off", "Mubarakah ID"],
    ["one letter short", "Mubaroka ID"],
    ["by its first word alone", "Mubarokah"],
    ["by its first word, made official", "Mubarokah Official Support"],
    ["in Indonesian", "Akun Resmi Mubarokah"],
    ["by nothing but officialdom", "Security Team"],
    ["as a login", "Login"],
  ])("is not to be had: %s", (_how, name) => {
    expect(imitates(name, operator)).toBe(true);
  });
});

describe("a name of one's own", () => {
  it.each([
    ["with a word that the operator's has too", "Toko Buku Mubarokah"],
    ["that begins like it", "Mubarokah Idaman"],
    ["with an official word in it", "Portal Berita Depok"],
    ["in another script", "مكتبة النور"],
    ["in a third", "書店"],
    ["short", "Kas"],
    ["of signs alone", "★"],
  ])("is free: %s", (_how, name) => {
    expect(imitates(name, operator)).toBe(false);
  });
});

it("goes by the operator's name, whatever it is", () => {
  expect(imitates("Mubarokah", "Nusantara Pass")).toBe(false);
  expect(imitates("Nusantara Pass", "Nusantara Pass")).toBe(true);
  expect(imitates("Nusantara Support", "Nusantara Pass")).toBe(true);
});
