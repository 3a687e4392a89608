import { replacePassword } from "../../identity/replace-password.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { User } from "../../storage/port/users.ts";
import type { AppContext } from "../../web/context.ts";
import { queueNotice } from "../../web/notice.ts";

/** Who may choose a new password by this link: the account, as long as the address it was sent to is still its own. */
export async function linkedUser(
  { users }: Pick<Repositories, "users">,
  { userId, address }: Challenge,
): Promise<User | undefined> {
  const user = userId === null ? undefined : await users.find(userId);
  return user?.status === "active" && user.email?.toLowerCase() === address ? user : undefined;
}

/**
 * Sets the new password and with it ends every session, token and other reset link of the account. That the link arrived
 * proves the address. False when another request used the link first, or it is not that account's any more.
 */
export async function resetPassword(
  c: AppContext,
  challenge: Challenge,
  passwordHash: string,
): Promise<boolean> {
  const { storage, clock } = c.var.site;
  const now = clock();
  return storage.write(async (repositories) => {
    const { challenges, users } = repositories;
    const user = await linkedUser(repositories, challenge);
    if (!(user && (await challenges.use(challenge.id, now)))) return false;
    await replacePassword(repositories, user.id, passwordHash, now);
    await users.verifyEmail(user.id, challenge.address, now);
    await queueNotice(repositories, c, user, "password_changed");
    return true;
  });
}
