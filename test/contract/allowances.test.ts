import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import { day, now, second, wanted } from "./fixtures.ts";

const minute = 60 * second;
const end = now + minute;

onEveryEngine("Allowances", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const take = (given: Parameters<typeof wanted>[0]) =>
    write(({ allowances }) => allowances.take(wanted(given)));
  const find = (at = now) => storage().committed.allowances.find("a-limit", at);

  it("are given up to the limit, and what is told is what was taken", async () => {
    expect(await find()).toBeUndefined();
    expect(await take({ count: 60 })).toEqual({ granted: 60, taken: 60, endsAt: end });
    expect(await take({ count: 60, now: now + 5 })).toEqual({ granted: 40, taken: 100, endsAt: end });
    expect(await take({ count: 60 })).toEqual({ granted: 0, taken: 100, endsAt: end });
    expect(await find()).toEqual({ taken: 100, endsAt: end });
    expect(await take({ id: "another", count: 1_000 })).toMatchObject({ granted: 100, taken: 100 });
  });

  it("begin anew once their window is over, with what was counted since", async () => {
    await take({ count: 100 });
    expect(await take({ now: end - 1 })).toMatchObject({ granted: 0 });
    expect(await find(end - 1)).toBeDefined();
    expect(await find(end)).toBeUndefined();
    const later = await take({ now: end + 5 * second, startedAt: end + second, count: 3 });
    expect(later).toEqual({ granted: 3, taken: 3, endsAt: end + second + minute });
  });

  it("are no more than the limit for 50 who ask at once", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => take({ count: 3 })));
    expect(answers.reduce((sum, { granted }) => sum + granted, 0)).toBe(100);
    expect(answers.filter(({ granted }) => granted === 3)).toHaveLength(33);
    expect(await find()).toMatchObject({ taken: 100 });
  });

  it("can be given back within their window, never more than were taken", async () => {
    await take({ count: 100 });
    const giveBack = (endsAt: number, count: number) =>
      write(({ allowances }) => allowances.giveBack("a-limit", endsAt, count));
    await giveBack(end, 30);
    await giveBack(end - 1, 30);
    await giveBack(end, 80);
    expect(await find()).toEqual({ taken: 70, endsAt: end });
    expect(await take({ count: 100 })).toMatchObject({ granted: 30 });
  });

  it("are not kept back for longer than a window by a node whose clock is ahead", async () => {
    await take({ now: now + day, startedAt: now + day, count: 100 });
    expect(await take({})).toEqual({ granted: 0, taken: 100, endsAt: end });
    expect(await take({ now: end, startedAt: end })).toMatchObject({ granted: 1 });
  });

  it("follow a limit that was lowered", async () => {
    await take({ count: 100 });
    expect(await take({ limit: 50 })).toMatchObject({ granted: 0 });
    expect(await find()).toMatchObject({ taken: 100 });
  });

  it("know how many nodes spend them", async () => {
    const seen = (node: string, at: number) =>
      write(({ allowances }) => allowances.nodeSeen(node, at, at - 15 * second));
    expect(await seen("a", now)).toBe(1);
    expect(await seen("b", now + second)).toBe(2);
    expect(await seen("a", now + 10 * second)).toBe(2);
    expect(await seen("a", now + 16 * second)).toBe(2);
    expect(await seen("a", now + 17 * second)).toBe(1);
  });

  it("and nodes are forgotten when they are over", async () => {
    await take({ count: 5 });
    await take({ id: "another", window: 2 * minute, count: 5 });
    await write(({ allowances }) => allowances.nodeSeen("a", now, now));
    expect(await storage().purge(end, 10)).toEqual({ removed: 0, more: false });
    expect(await storage().purge(end + 1, 10)).toEqual({ removed: 1, more: false });
    expect(await storage().purge(now + day + 1, 10)).toEqual({ removed: 2, more: false });
  });
});
