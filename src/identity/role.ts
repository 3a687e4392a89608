import type { Role } from "../storage/port/users.ts";

const rank = { user: 0, admin: 1, "super-admin": 2 } as const satisfies Record<Role, number>;

/** Whether a role may do all that another one may. A role that this version does not know may nothing. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return rank[role] >= rank[needed];
}

/** Whether somebody may act upon an account with the other role: an admin upon ordinary people, a super-admin upon everybody. */
export function mayAdminister(actor: Role, subject: Role): boolean {
  return actor === "super-admin" || (actor === "admin" && subject === "user");
}
