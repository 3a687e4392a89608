import { expect, it } from "vitest";
import { durationText } from "./duration.ts";

it.each([
  [0, "0 seconds", "0 detik", "0 ثانية"],
  [1, "1 second", "1 detik", "ثانية"],
  [9, "9 seconds", "9 detik", "9 ثوان"],
  [60, "1 minute", "1 menit", "دقيقة"],
  [90, "90 seconds", "90 detik", "90 ثانية"],
  [900, "15 minutes", "15 menit", "15 دقيقة"],
  [7200, "2 hours", "2 jam", "ساعتان"],
  [86_400, "1 day", "1 hari", "يوم"],
])("says %i seconds in each language", (seconds, en, id, ar) => {
  expect([
    durationText("en", seconds),
    durationText("id", seconds),
    durationText("ar", seconds).replace(/[\u200e\u200f\u00a0]/g, " "),
  ]).toEqual([en, id, ar]);
});
