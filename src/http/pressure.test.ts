import { afterEach, beforeEach, expect, it } from "vitest";
import { createPressure, type Pressure } from "./pressure.ts";

let pressure: Pressure;
beforeEach(() => {
  pressure = createPressure(2);
});
afterEach(() => pressure.stop());

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it("has as many places as were given, each free again once it is left", () => {
  const first = pressure.enter();
  const second = pressure.enter();
  expect([first, second]).toEqual([expect.any(Function), expect.any(Function)]);
  expect(pressure.enter()).toBeUndefined();
  expect(pressure.underWay()).toBe(2);
  first?.();
  expect(pressure.enter()).toEqual(expect.any(Function));
});

it("has none while the event loop is held up, and some again when it turns", async () => {
  for (let turn = 0; turn < 2; turn++) {
    const until = performance.now() + 1700;
    while (performance.now() < until);
    await sleep(0);
  }
  await sleep(0);
  expect(pressure.enter()).toBeUndefined();
  await sleep(1600);
  expect(pressure.enter()).toEqual(expect.any(Function));
});
