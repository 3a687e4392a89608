import { expect, it } from "vitest";
import { type Role, roles } from "../storage/port/users.ts";
import { isAtLeast } from "./role.ts";

it("ranks every role above those before it", () => {
  const table = roles.map((role) => roles.filter((needed) => isAtLeast(role, needed)));
  expect(table).toEqual([["user"], ["user", "admin"], ["user", "admin", "super-admin"]]);
});

it("gives nothing to a role that it does not know", () => {
  expect(roles.filter((needed) => isAtLeast("owner" as Role, needed))).toEqual([]);
});
