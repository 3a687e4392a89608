import { describe, expect, it } from "vitest";
import { readWish } from "./wish.ts";

const none = { reason: undefined, delay: 0, retryAfter: undefined };

describe("readWish", () => {
  it.each([
    ["invalid_grant", { ...none, code: "invalid_grant" }],
    [" invalid_grant/user_disabled ", { ...none, code: "invalid_grant", reason: "user_disabled" }],
    ["a/b;delay=10", { ...none, code: "a", reason: "b", delay: 10 }],
    ["a; retry_after=86400; delay=1", { ...none, code: "a", delay: 1, retryAfter: 86_400 }],
  ])("reads %s", (text, wish) => expect(readWish(text)).toEqual(wish));

  it.each([
    "",
    "/b",
    "a/",
    "a/b/c",
    "A/b",
    "a, b",
    "a delay=1",
    "a; delay=11",
    "a; delay=1.5",
    "a; delay=1; delay=1",
    "a; retry_after=86401",
    "a; status=200",
    "a; constructor=1",
    "a; delay=1; retry_after=1; delay=1",
    "a\r\nX: y",
    `${"a".repeat(61)}`,
    `a${"; delay=1".repeat(10_000)}`,
  ])("refuses %.30j", (text) => {
    expect(readWish(text)).toBeUndefined();
  });
});
