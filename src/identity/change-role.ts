import type { Repositories } from "../storage/port/storage.ts";
import type { Role, User } from "../storage/port/users.ts";
import { isAtLeast } from "./role.ts";

/**
 * Gives or takes a role. Whoever gains power signs in anew (contract §10): a cookie that somebody else had got hold of before
 * does not come to it.
 */
export async function changeRole(
  { users, sessions }: Pick<Repositories, "users" | "sessions">,
  user: Pick<User, "id" | "role">,
  role: Role,
): Promise<void> {
  await users.setRole(user.id, role);
  if (!isAtLeast(user.role, role)) await sessions.endAll(user.id);
}
