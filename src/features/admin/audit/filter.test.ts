import { expect, it } from "vitest";
import { type Asked, askedIn, readFilter } from "./filter.ts";

it.each<[Asked, unknown]>([
  [{}, { filter: {} }],
  [{ actor: "12" }, { filter: { actorId: 12 } }],
  [{ action: "user.disabled" }, { filter: { action: "user.disabled" } }],
  [{ target_kind: "user", target_id: "7" }, { filter: { target: { kind: "user", id: "7" } } }],
  [
    { since: "2026-01-01", until: "2026-01-01", actor: "1" },
    { filter: { actorId: 1, since: Date.UTC(2026, 0, 1), until: Date.UTC(2026, 0, 2) } },
  ],
  [{ actor: "0" }, { problem: "actor" }],
  [{ actor: "1 or 1=1" }, { problem: "actor" }],
  [{ action: "user.anything" }, { problem: "action" }],
  [{ target_kind: "user" }, { problem: "target" }],
  [{ target_id: "7" }, { problem: "target" }],
  [{ target_kind: "planet", target_id: "7" }, { problem: "target" }],
  [{ since: "yesterday" }, { problem: "date" }],
  [{ until: "2026-02-30" }, { problem: "date" }],
  [{ actor: "1", action: "user.disabled" }, { problem: "several" }],
])("%o means %o", (asked, meaning) => {
  expect(readFilter(asked)).toEqual(meaning);
});

it("takes empty fields for none", () => {
  const form: Record<string, string> = { actor: " ", since: "2026-01-01 " };
  expect(askedIn((name) => form[name])).toEqual({ since: "2026-01-01" });
});
