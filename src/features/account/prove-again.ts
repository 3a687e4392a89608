import type { Passwords } from "../../identity/password.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { attemptPassword, type PasswordVerdict } from "../../web/password-attempt.ts";

/** The password of somebody who is signed in, asked once more; counted by account, for there is no secret about it here. */
export function proveAgain(
  c: AppContext,
  passwords: Passwords,
  { user }: Account,
  password: string,
): Promise<PasswordVerdict> {
  return attemptPassword(c, passwords, { account: `user ${user.id}`, user, password });
}
