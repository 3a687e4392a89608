import { expect, it } from "vitest";
import { type Role, roles } from "../storage/port/users.ts";
import { isAtLeast, mayAdminister } from "./role.ts";

it("ranks every role above those before it", () => {
  const table = roles.map((role) => roles.filter((needed) => isAtLeast(role, needed)));
  expect(table).toEqual([["user"], ["user", "admin"], ["user", "admin", "super-admin"]]);
});

it("gives nothing to a role that it does not know", () => {
  expect(roles.filter((needed) => isAtLeast("owner" as Role, needed))).toEqual([]);
});

it("lets an admin act upon ordinary people, and a super-admin upon everybody", () => {
  const table = roles.map((actor) => roles.filter((subject) => mayAdminister(actor, subject)));
  expect(table).toEqual([[], ["user"], ["user", "admin", "super-admin"]]);
});
