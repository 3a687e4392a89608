import { matchLocale } from "../../i18n/locale.ts";
import { messages } from "../../i18n/messages.ts";
import { greetingName } from "../../identity/greeting-name.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { User } from "../../storage/port/users.ts";
import type { AppContext } from "../../web/context.ts";
import { type Mail, queueMail } from "../../web/mail.ts";

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
    const { challenges, users, sessions, authorizations } = repositories;
    if (!(await challenges.use(challenge.id, now))) return false;
    await users.setPassword(user.id, passwordHash, now);
    await users.verifyEmail(user.id, challenge.address, now);
    await challenges.discard(user.id, "reset_password", now);
    await sessions.endAll(user.id);
    await authorizations.revokeAll(user.id, "password_changed", now);
    await queueMail(repositories, c.var.site, changedMail(c, user, challenge.address));
    return true;
  });
}

function changedMail(c: AppContext, user: User, address: string): Mail {
  const { issuer, name: service } = c.var.site;
  const { subject, text } = messages(matchLocale(user.locale ?? "") ?? c.var.locale).mail.passwordChanged;
  const facts = { name: greetingName(user.name), service, link: `${issuer}/forgot` };
  return { to: user.email ?? address, subject, text: text(facts) };
}
