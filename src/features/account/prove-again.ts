import { apiError, CatalogueError } from "../../errors/catalogue-error.ts";
import type { Passwords } from "../../identity/password.ts";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { limitExtras } from "../../web/limit.ts";
import { attemptPassword, type PasswordVerdict } from "../../web/password-attempt.ts";

/** The password of somebody who is signed in, asked once more; counted by account, for there is no secret about it here. */
export async function proveAgain(
  c: AppContext,
  passwords: Passwords,
  { user }: Account,
  password: string,
): Promise<PasswordVerdict> {
  const answer = await attemptPassword(c, passwords, { account: `user ${user.id}`, user, password });
  if (answer instanceof CatalogueError) return answer;
  const { right, spent } = answer;
  if (spent) return apiError("rate_limit_exceeded", "rate_limited", {}, limitExtras(c, spent));
  return right ? "right" : "wrong";
}
