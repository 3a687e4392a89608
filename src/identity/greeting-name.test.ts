import { expect, it } from "vitest";
import { greetingName } from "./greeting-name.ts";

it.each(["Siti Aminah", "M. Yusuf", "O'Brien", "Al-Ghazālī", "سيتي أمينة", "Dr. Ir. H. Budi", "José"])(
  "greets %s",
  (name) => {
    expect(greetingName(name)).toBe(name);
  },
);

it.each([
  "https://evil.example",
  "Siti www.evil.example",
  "evil.example",
  "Siti, you won! Call 0812",
  "Siti\nBcc: all@example.com",
  "siti@example.com",
  "x".repeat(61),
  "",
])("greets without %j", (name) => {
  expect(greetingName(name)).toBeNull();
});
