import { expect, it } from "vitest";
import type { Session } from "../storage/port/sessions.ts";
import { isFreshlyProven } from "./session.ts";

const session: Session = {
  id: "s",
  browserId: "b",
  userId: 1,
  authenticatedAt: 500_000,
  provenAt: 1_000_000,
  createdAt: 0,
  lastActiveAt: 9_000_000,
  ip: "127.0.0.1",
  userAgent: "",
};

it("takes a proof of five minutes, and none that is older, however active the session is", () => {
  expect(isFreshlyProven(session, 1_000_000)).toBe(true);
  expect(isFreshlyProven(session, 1_300_000)).toBe(true);
  expect(isFreshlyProven(session, 1_300_001)).toBe(false);
});
