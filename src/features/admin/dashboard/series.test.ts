import { expect, it } from "vitest";
import { latencyAt, ranges, seriesOf, slotsUntil } from "./series.ts";

const hour = 3_600_000;

it("looks back a day by hours and a week by quarters of a day, this one included", () => {
  const now = Date.UTC(2026, 0, 15, 13, 30);
  const day = slotsUntil(now, ranges.day);
  expect([day.length, day[0], day.at(-1)]).toEqual([24, now - 23.5 * hour, now - 0.5 * hour]);
  const week = slotsUntil(now, ranges.week);
  expect([week.length, week.at(-1)]).toEqual([28, Date.UTC(2026, 0, 15, 12)]);
});

it("adds up what belongs together, and has nothing where nothing was counted", () => {
  const sums = [
    { name: "latency.5", from: 0, count: 2 },
    { name: "latency.10", from: 0, count: 3 },
    { name: "sign_in", from: 0, count: 9 },
    { name: "sign_in", from: 99, count: 9 },
  ];
  expect(seriesOf(sums, [0, hour], (name) => name.startsWith("latency."))).toEqual([5, 0]);
  expect(seriesOf(sums, [0, hour], (name) => name === "sign_in")).toEqual([9, 0]);
});

it.each([
  [{ "latency.10": 10 }, 0.5, 7.5],
  [{ "latency.5": 50, "latency.25": 50 }, 0.5, 5],
  [{ "latency.5": 50, "latency.25": 50 }, 0.75, 17.5],
  [{ "latency.5": 95, "latency.more": 5 }, 0.99, 5_000],
  [{}, 0.5, undefined],
])("%o at %d is %s", (counts, share, milliseconds) => {
  const sums = Object.entries(counts).map(([name, count]) => ({ name, from: 0, count }));
  expect(latencyAt(sums, 0, share)).toBe(milliseconds);
});
