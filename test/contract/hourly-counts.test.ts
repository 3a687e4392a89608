import { expect, it } from "vitest";
import type { HourlyCount } from "../../src/storage/port/hourly-counts.ts";
import { onEveryEngine } from "./engines.ts";
import { day } from "./fixtures.ts";

const hour = 3_600_000;

onEveryEngine("Hourly counts", (storage) => {
  const add = (...counts: HourlyCount[]) => storage().write((all) => all.hourlyCounts.add(counts));
  const sums = async (since: number, span: number) =>
    (await storage().committed.hourlyCounts.sums(since, span))
      .map(({ name, from, count }) => `${name} ${from / hour} ${count}`)
      .toSorted((one, other) => one.localeCompare(other));

  it("add up, whoever counts, also at the same moment", async () => {
    const one = { hour: 0, name: "sign_in", count: 2 };
    const other = { hour: 0, name: "token", count: 5 };
    await Promise.all(
      Array.from({ length: 10 }, (_, at) => add(...(at % 2 === 0 ? [one, other] : [other, one]))),
    );
    expect(await sums(0, hour)).toEqual(["sign_in 0 20", "token 0 50"]);
  });

  it("are summed up by spans of hours from a moment on", async () => {
    await add(...[4, 5, 6, 11, 12].map((at) => ({ hour: at * hour, name: "token", count: 1 })), {
      hour: 6 * hour,
      name: "sign_in",
      count: 3,
    });
    expect(await sums(5 * hour, 6 * hour)).toEqual(["sign_in 6 3", "token 0 1", "token 12 1", "token 6 2"]);
    expect(await sums(13 * hour, 6 * hour)).toEqual([]);
  });

  it("are forgotten after 35 days", async () => {
    await add({ hour: 0, name: "token", count: 1 }, { hour: day, name: "token", count: 1 });
    await storage().purge(36 * day - 1, 100);
    expect(await sums(0, hour)).toEqual(["token 24 1"]);
  });
});
