import { replacePassword } from "../../identity/replace-password.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { User } from "../../storage/port/users.ts";
import type { AppContext } from "../../web/context.ts";
import { queueNotice } from "../../web/notice.ts";

/** Who may choose a new password by this link: the account, as long as the address it was sent to is still its own. */
export async function linkedUser(c: AppContext, challenge: Challenge): Promise<User | undefined> {
  const user = challenge.userId === null ? undefined : await findUser(c, challenge.userId);
  return user?.status === "active" && user.email?.toLowerCase() === challenge.address ? user : undefined;
}

function findUser(c: AppContext, id: number): Promise<User | undefined> {
  return c.var.site.storage.committed.users.find(id);
}

/**
 * Sets the new password and with it ends every session, token and other reset link of the account. That the link arrived
 * proves the address. False when another request used the link first.
 */
export async function resetPassword(
  c: AppContext,
  challenge: Challenge,
  user: User,
  passwordHash: string,
): Promise<boolean> {
  const { storage, clock } = c.var.site;
  const now = clock();
  return storage.write(async (repositories) => {
    const { challenges, users } = repositories;
    if (!(await challenges.use(challenge.id, now))) return false;
    await replacePassword(repositories, user.id, passwordHash, now);
    await users.verifyEmail(user.id, challenge.address, now);
    await queueNotice(repositories, c, user, "password_changed");
    return true;
  });
}
