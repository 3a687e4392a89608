import { describe, expect, it } from "vitest";
import { defaultLimits } from "./rate-limit.ts";
import { parseRateLimits } from "./rate-limit-settings.ts";

describe("parseRateLimits", () => {
  it("reads on, off and finer ones by name", () => {
    expect(parseRateLimits("on")).toEqual({ limits: defaultLimits });
    expect(parseRateLimits("on, password_by_ip=50/900 ,api_user=0")).toEqual({
      limits: {
        ...defaultLimits,
        password_by_ip: { count: 50, window: 900 },
        api_user: { count: 0, window: 60 },
      },
    });
    expect(parseRateLimits("api_user=7")).toEqual({
      limits: { ...defaultLimits, api_user: { count: 7, window: 60 } },
    });
  });

  it("switches everything but the named ones off", () => {
    const parsed = parseRateLimits("off,mail_by_ip=3/10");
    const limits = "limits" in parsed ? parsed.limits : defaultLimits;
    expect(limits.mail_by_ip).toEqual({ count: 3, window: 10 });
    expect(Object.values(limits).filter((limit) => limit.count > 0)).toHaveLength(1);
  });

  it.each([
    "password_by_ap=5",
    "on,api_user",
    "api_user=-1",
    "api_user=5/0",
    "api_user=5/60/1",
    "api_user=1=2",
    "api_user=5,off",
    "ON",
    "",
    "on,",
    "__proto__=5",
    "api_user=1e3",
  ])("names the entry it cannot read in one line: %j", (text) => {
    const parsed = parseRateLimits(text);
    const problem = "problem" in parsed ? parsed.problem : "";
    expect(problem).toMatch(/^[ -~]+$/);
    const wrong = text.split(",").at(-1) ?? "";
    expect(problem).toContain(JSON.stringify(wrong));
  });

  it("refuses one limit twice", () => {
    expect(parseRateLimits("api_user=1,api_user=2")).toEqual({
      problem: expect.stringContaining("api_user twice"),
    });
  });
});
