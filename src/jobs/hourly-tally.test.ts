import { expect, it } from "vitest";
import type { HourlyCount } from "../storage/port/hourly-counts.ts";
import type { Repositories, Storage } from "../storage/port/storage.ts";
import { hourlyTally } from "./hourly-tally.ts";

const hour = 3_600_000;
const log = { warn: () => {} };

/** Keeps what is added to it, and is away for the first units when told so. */
function memory(away = 0) {
  const stored: HourlyCount[] = [];
  let left = away;
  const all = { hourlyCounts: { add: async (counts: HourlyCount[]) => void stored.push(...counts) } };
  const write: Storage["write"] = async (unit) => {
    left -= 1;
    if (left >= 0) throw new Error("away");
    return unit(all as unknown as Repositories);
  };
  return { stored, storage: { write } };
}

it("counts by hour and name, and stores what waits when it is stopped", async () => {
  let now = 5 * hour + 7;
  const { stored, storage } = memory();
  const { tally, stop } = hourlyTally({ storage, clock: () => now, log, interval: 60_000 });
  tally("sign_in");
  tally("sign_in");
  tally("token");
  now += hour;
  tally("token");
  await stop();
  expect(stored).toEqual([
    { hour: 5 * hour, name: "sign_in", count: 2 },
    { hour: 5 * hour, name: "token", count: 1 },
    { hour: 6 * hour, name: "token", count: 1 },
  ]);
});

it("loses nothing while the database is away, and counts nothing twice", async () => {
  const { stored, storage } = memory(2);
  const { tally, stop } = hourlyTally({ storage, clock: () => 0, log, interval: 1 });
  tally("token");
  await expect.poll(() => stored).toEqual([{ hour: 0, name: "token", count: 1 }]);
  await stop();
  expect(stored).toHaveLength(1);
});
