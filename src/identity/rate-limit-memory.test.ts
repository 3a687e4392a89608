import { describe, expect, it } from "vitest";
import { CountedWindows } from "./counted-windows.ts";
import { defaultLimits } from "./rate-limit.ts";
import { memoryRateLimiter } from "./rate-limit-memory.ts";

function limiter(
  limits: Partial<Record<keyof typeof defaultLimits, { count: number; window: number }>> = {},
) {
  const time = { now: 1_700_000_000_250 };
  return { time, limits: memoryRateLimiter({ ...defaultLimits, ...limits }, () => time.now) };
}

describe("memoryRateLimiter", () => {
  it("allows exactly the count, then says to the second when again", async () => {
    const { time, limits } = limiter();
    for (let i = 0; i < 100; i++) {
      const state = await limits.hit("api_user", "t");
      expect(state).toMatchObject({ allowed: true, limit: 100, window: 60, remaining: 99 - i });
    }
    time.now += 15_500;
    expect(await limits.hit("api_user", "t")).toEqual({
      name: "api_user",
      allowed: false,
      limit: 100,
      window: 60,
      remaining: 0,
      resetAt: 1_700_000_060_250,
      retryAfter: 45,
    });
    time.now += 44_499;
    expect(await limits.look("api_user", "t")).toMatchObject({ allowed: false, retryAfter: 1 });
    time.now += 1;
    expect(await limits.hit("api_user", "t")).toMatchObject({ allowed: true, remaining: 99 });
  });

  it("is exact among parallel hits", async () => {
    const { limits } = limiter();
    const states = await Promise.all(Array.from({ length: 200 }, () => limits.hit("api_user_details", "t")));
    expect(states.filter((state) => state?.allowed)).toHaveLength(50);
  });

  it("counts keys and limits apart, and only looks when asked to look", async () => {
    const { limits } = limiter({ password_by_ip: { count: 1, window: 900 } });
    expect(await limits.look("password_by_ip", "a")).toMatchObject({ allowed: true, remaining: 1 });
    expect(await limits.hit("password_by_ip", "a")).toMatchObject({ allowed: true, remaining: 0 });
    expect(await limits.hit("password_by_ip", "a")).toMatchObject({ allowed: false });
    expect(await limits.hit("password_by_ip", "b")).toMatchObject({ allowed: true });
    expect(await limits.hit("mail_by_ip", "a")).toMatchObject({ allowed: true, remaining: 19 });
  });

  it("gives a hit back, never more than were counted", async () => {
    const { limits } = limiter({ password_by_ip: { count: 2, window: 900 } });
    await limits.giveBack("password_by_ip", "a");
    for (let round = 0; round < 10; round++) {
      expect(await limits.hit("password_by_ip", "a")).toMatchObject({ allowed: true, remaining: 1 });
      await limits.giveBack("password_by_ip", "a");
    }
    await limits.hit("password_by_ip", "a");
    await limits.hit("password_by_ip", "a");
    await limits.giveBack("password_by_ip", "a");
    expect(await limits.look("password_by_ip", "a")).toMatchObject({ allowed: true, remaining: 1 });
  });

  it("gives undefined for a limit that is off", async () => {
    const { limits } = limiter({ api_user: { count: 0, window: 60 } });
    for (let i = 0; i < 500; i++) expect(await limits.hit("api_user", "t")).toBeUndefined();
    expect(await limits.look("api_user", "t")).toBeUndefined();
  });

  it("tells apart long keys that begin alike", async () => {
    const { limits } = limiter({ password_by_ip: { count: 1, window: 900 } });
    const long = "x".repeat(10_000);
    expect(await limits.hit("password_by_ip", `${long}1`)).toMatchObject({ allowed: true });
    expect(await limits.hit("password_by_ip", `${long}2`)).toMatchObject({ allowed: true });
    expect(await limits.hit("password_by_ip", `${long}1`)).toMatchObject({ allowed: false });
  });
});

describe("CountedWindows", () => {
  it("keeps within its capacity and loses the least used first", () => {
    const windows = new CountedWindows(100, 60_000);
    for (let i = 0; i < 5; i++) windows.count("guessed", 0);
    for (let i = 0; i < 2; i++) windows.count("honest", 0);
    for (let i = 0; i < 5_000; i++) windows.count(`spray ${i}`, i);
    expect(windows.size).toBe(100);
    expect(windows.read("guessed", 5_000).count).toBe(5);
    expect(windows.read("honest", 5_000).count).toBe(2);
    expect(windows.read("spray 0", 5_000).count).toBe(0);
    expect(windows.read("spray 4999", 5_000).count).toBe(1);
  });

  it("makes room of what is over before it takes a running counter", () => {
    const windows = new CountedWindows(10, 1_000);
    for (let i = 0; i < 9; i++) for (let n = 0; n < 8; n++) windows.count(`old ${i}`, 0);
    windows.count("running", 900);
    windows.count("new", 1_500);
    expect(windows.read("running", 1_500).count).toBe(1);
    expect(windows.size).toBe(2);
  });

  it("begins anew after its window", () => {
    const windows = new CountedWindows(10, 1_000);
    windows.count("k", 0);
    windows.count("k", 999);
    expect(windows.read("k", 999)).toEqual({ count: 2, endsAt: 1_000 });
    windows.count("k", 1_000);
    expect(windows.read("k", 1_000)).toEqual({ count: 1, endsAt: 2_000 });
  });
});
