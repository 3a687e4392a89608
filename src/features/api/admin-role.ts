import { apiError } from "../../errors/catalogue-error.ts";
import { isAtLeast } from "../../identity/role.ts";
import type { Permitted } from "./endpoint.ts";

/** The scope `admin` in a token is a memory; the role is looked at now. */
export function onlyAdmins({ user }: Permitted): void {
  if (!isAtLeast(user.role, "admin")) throw apiError("permission_denied", "admin_only");
}
