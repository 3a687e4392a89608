import { expect, it, vi } from "vitest";
import { giveBackMemory, giveBackWhenQuiet } from "./give-back-memory.ts";

it("gives back what a busy time took, once it is quiet, and only then", async () => {
  let served = 1;
  const looks = vi.fn(() => served);
  giveBackMemory();
  const before = process.memoryUsage().heapTotal;
  let kept: number[][] | undefined = Array.from({ length: 300 }, () =>
    Array.from({ length: 10_000 }, Math.random),
  );
  const busy = process.memoryUsage().heapTotal;
  expect(busy - before).toBeGreaterThan(10_000_000);
  kept = undefined;
  const end = giveBackWhenQuiet(looks, 5);
  served += 1;
  await expect.poll(() => process.memoryUsage().heapTotal).toBeLessThan(busy - 10_000_000);
  end();
  expect(kept).toBeUndefined();
  expect(looks.mock.calls.length).toBeGreaterThan(1);
});
