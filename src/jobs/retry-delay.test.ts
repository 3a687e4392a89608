import { expect, it } from "vitest";
import { mailRetries, retryDelay, whatsAppRetries } from "./retry-delay.ts";

const second = 1000;
const minute = 60 * second;

it("waits four times as long after each failed mail, up to six hours", () => {
  const delays = Array.from({ length: mailRetries.attempts - 1 }, (_, i) =>
    retryDelay(mailRetries, i + 1, 0, 0.5),
  );
  expect(delays.map((delay) => (delay ?? 0) / minute)).toEqual([0.5, 2, 8, 32, 128, 360, 360]);
});

it("tries a code by WhatsApp many times while it is worth something", () => {
  let age = 0;
  let tries = 0;
  for (let delay = 0; age + delay < 10 * minute; tries++) {
    age += delay;
    delay = retryDelay(whatsAppRetries, tries + 1, age, 0.5) ?? Number.POSITIVE_INFINITY;
  }
  expect(tries).toBe(9);
});

it("spreads by a fifth to either side", () => {
  expect([retryDelay(mailRetries, 2, 0, 0), retryDelay(mailRetries, 2, 0, 1)]).toEqual([
    1.6 * minute,
    2.4 * minute,
  ]);
});

it("gives up after the last attempt, and when the message would be too old", () => {
  for (const policy of [mailRetries, whatsAppRetries]) {
    const { attempts, patience, first } = policy;
    expect(retryDelay(policy, attempts, 0, 0.5)).toBeUndefined();
    expect(retryDelay(policy, 1, patience - 2 * first, 0.5)).toBe(first);
    expect(retryDelay(policy, 1, patience - first / 2, 0.5)).toBeUndefined();
  }
});
