import { describe, expect, it } from "vitest";
import { readProfileChange } from "./profile.ts";

const today = "2026-10-01";
const problem = (kind: string, limit = 0) => ({ kind, limit });

describe("readProfileChange", () => {
  it("reads every field, trimmed and normalised, by the storage's names", () => {
    const wanted = {
      name: "  Siti Re\u0301ne ",
      gender: "female",
      bio: " two\r\nlines ",
      place_of_birth: "Malang",
      date_of_birth: "2000-02-29",
      address: "Jl. Kawi 1\nMalang",
    };
    expect(readProfileChange(wanted, today)).toEqual({
      change: {
        name: "Siti Réne",
        gender: "female",
        bio: "two\nlines",
        placeOfBirth: "Malang",
        dateOfBirth: "2000-02-29",
        address: "Jl. Kawi 1\nMalang",
      },
    });
  });

  it("leaves alone what was not sent, and clears what is null or blank", () => {
    expect(readProfileChange({}, today)).toEqual({ change: {} });
    expect(readProfileChange({ bio: null, gender: null, date_of_birth: null }, today)).toEqual({
      change: { bio: null, gender: null, dateOfBirth: null },
    });
    expect(readProfileChange({ bio: "  ", address: "" }, today)).toEqual({
      change: { bio: null, address: null },
    });
  });

  it("allows exactly the longest texts, counted as people count", () => {
    for (const [field, limit] of [
      ["name", 100],
      ["bio", 200],
      ["place_of_birth", 100],
      ["address", 500],
    ] as const) {
      expect(readProfileChange({ [field]: "🦀".repeat(limit) }, today)).toHaveProperty("change");
      expect(readProfileChange({ [field]: "a".repeat(limit + 1) }, today)).toEqual({
        problems: { [field]: problem("too_long", limit) },
      });
    }
  });

  it.each([
    [{ name: null }, "not_text"],
    [{ name: 7 }, "not_text"],
    [{ name: "" }, "empty"],
    [{ name: " \u200b\u00a0 " }, "empty"],
    [{ name: "two\nlines" }, "characters"],
    [{ name: "nul\u0000" }, "characters"],
    [{ name: "evil\u202eeman" }, "characters"],
    [{ name: "half \ud800 pair" }, "characters"],
    [{ bio: ["a"] }, "not_text"],
    [{ bio: "bell\u0007" }, "characters"],
    [{ gender: "" }, "not_a_gender"],
    [{ gender: "Male" }, "not_a_gender"],
    [{ gender: 1 }, "not_a_gender"],
    [{ date_of_birth: "2001-02-29" }, "not_a_date"],
    [{ date_of_birth: "01-02-2001" }, "not_a_date"],
    [{ date_of_birth: "2001-2-3" }, "not_a_date"],
    [{ date_of_birth: "2001-02-03T00:00:00Z" }, "not_a_date"],
    [{ date_of_birth: 20010203 }, "not_a_date"],
    [{ date_of_birth: "2026-10-02" }, "in_future"],
  ])("finds in %j the problem %s", (wanted, kind) => {
    const [field = "", found] = Object.entries(readProfileChange(wanted, today)).flatMap(
      ([name, problems]) => (name === "problems" ? Object.entries(problems).flat() : []),
    );
    expect(field).toBe(Object.keys(wanted)[0]);
    expect(found).toMatchObject({ kind });
  });

  it("takes a birth today", () => {
    expect(readProfileChange({ date_of_birth: today }, today)).toEqual({ change: { dateOfBirth: today } });
  });

  it("tells every wrong field at once and gives no change beside", () => {
    expect(readProfileChange({ name: "", gender: "x", bio: "fine" }, today)).toEqual({
      problems: { name: problem("empty", 100), gender: problem("not_a_gender") },
    });
  });
});
