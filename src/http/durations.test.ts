import { Histogram, Registry } from "prom-client";
import { expect, it } from "vitest";
import { durationsByRoute } from "./durations.ts";

it("writes itself as a histogram of prom-client's does", async () => {
  const [own, theirs] = [new Registry(), new Registry()];
  const note = durationsByRoute("took", "Time taken", own);
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
  const known = new Histogram({
    name: "took",
    help: "Time taken",
    labelNames: ["route"],
    buckets,
    registers: [theirs],
  });
  for (const route of ["/a", '/b/:"id"']) {
    for (const seconds of [0, 0.001, 0.0011, 0.25, 5, 5.1, 60]) {
      note(route, seconds);
      known.observe({ route }, seconds);
    }
  }
  expect(await own.metrics()).toBe(await theirs.metrics());
});
