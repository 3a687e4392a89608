import { afterEach, expect, it, vi } from "vitest";
import { systemLock } from "../../packages/client/src/session/lock.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Resolves when told to. */
function held() {
  let release: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { over, release };
}

it("lets one at a time work under a name, and others under other names", async () => {
  const order: string[] = [];
  const { over, release } = held();
  const first = systemLock("a", async () => {
    order.push("first begins");
    await over;
    order.push("first ends");
  });
  const second = systemLock("a", async () => {
    order.push("second");
  });
  await systemLock("b", async () => {
    order.push("other name");
  });
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(["first begins", "other name", "first ends", "second"]);
});

it("passes results and failures on, and works once", async () => {
  expect(await systemLock("c", async () => 7)).toBe(7);
  let count = 0;
  const failing = systemLock("c", async () => {
    count += 1;
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(count).toBe(1);
});

it("does not wait for a frozen tab for ever", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { over, release } = held();
  const frozen = systemLock("d", () => over);
  const work = vi.fn(async () => "went ahead");
  const waiting = systemLock("d", work);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await waiting).toBe("went ahead");
  release();
  await frozen;
});

it("works at once where the platform has no locks", async () => {
  vi.stubGlobal("navigator", undefined);
  const { over, release } = held();
  const first = systemLock("e", () => over);
  expect(await systemLock("e", async () => "meanwhile")).toBe("meanwhile");
  release();
  await first;
});
