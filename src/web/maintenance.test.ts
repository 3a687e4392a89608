import { expect, it } from "vitest";
import { maintenanceAt, planAhead } from "./maintenance.ts";

const plan = { from: 10_000, until: 20_500, message: "Moving", readOnly: true };
const on = { retryAfter: 120, message: null, readOnly: false };

it.each([
  [9_999, undefined, plan],
  [10_000, { retryAfter: 11, message: "Moving", readOnly: true }, undefined],
  [20_499, { retryAfter: 1, message: "Moving", readOnly: true }, undefined],
  [20_500, undefined, undefined],
])("a window at %i: on is %o, ahead is %o", (now, maintenance, ahead) => {
  const stored = { maintenance: undefined, plan };
  expect([maintenanceAt(stored, now), planAhead(stored, now)]).toEqual([maintenance, ahead]);
});

it("what was switched on goes before a window", () => {
  expect(maintenanceAt({ maintenance: on, plan }, 15_000)).toBe(on);
  expect(maintenanceAt({ maintenance: on, plan: undefined }, 15_000)).toBe(on);
});
