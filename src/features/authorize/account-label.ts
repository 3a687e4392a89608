import type { User } from "../../storage/port/users.ts";

/** How a person tells their own accounts apart: the address they know it by. */
export function accountLabel({ email, username, phoneNumber }: User): string {
  return email ?? username ?? phoneNumber ?? "";
}
