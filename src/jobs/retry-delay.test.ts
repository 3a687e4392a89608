import { expect, it } from "vitest";
import { lastAttempt, longestWait, retryDelay } from "./retry-delay.ts";

const minute = 60_000;

it("waits four times as long after each failure, up to six hours", () => {
  const delays = Array.from({ length: lastAttempt - 1 }, (_, i) => retryDelay(i + 1, 0, 0.5));
  expect(delays.map((delay) => (delay ?? 0) / minute)).toEqual([0.5, 2, 8, 32, 128, 360, 360]);
});

it("spreads by a fifth to either side", () => {
  expect([retryDelay(2, 0, 0), retryDelay(2, 0, 1)]).toEqual([1.6 * minute, 2.4 * minute]);
});

it("gives up after the last attempt, and when the message would be a day old", () => {
  expect(retryDelay(lastAttempt, 0, 0.5)).toBeUndefined();
  expect(retryDelay(1, longestWait - minute, 0.5)).toBe(minute / 2);
  expect(retryDelay(1, longestWait - minute / 4, 0.5)).toBeUndefined();
});
