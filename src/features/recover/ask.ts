import { matchLocale } from "../../i18n/locale.ts";
import { messages } from "../../i18n/messages.ts";
import type { Identifier } from "../../identity/contact.ts";
import { greetingName } from "../../identity/greeting-name.ts";
import type { User } from "../../storage/port/users.ts";
import type { AppContext } from "../../web/context.ts";
import { mailboxBears } from "../../web/limit.ts";
import { type Mail, queueMail } from "../../web/mail.ts";
import { newChallenge } from "../../web/mailed-link.ts";
import { orAnew } from "../../web/owner-gone.ts";

/** The active account that an identifier names. */
async function findAccount(c: AppContext, { kind, value }: Identifier): Promise<User | undefined> {
  const { users } = c.var.site.storage.committed;
  const lookUps = {
    email: () => users.findByEmail(value),
    username: () => users.findByUsername(value),
    phone: () => users.findByPhoneNumber(value),
  };
  const user = await lookUps[kind]();
  return user?.status === "active" ? user : undefined;
}

/**
 * Queues the mail with the link, if the identifier names an account that has an address. Otherwise the same is computed and
 * stored, but for the mail: neither answer nor time tells which it was.
 */
export function askForReset(
  c: AppContext,
  identifier: Identifier,
  interactionId: string | null,
): Promise<void> {
  const ask = () => keepRequest(c, identifier, interactionId);
  return orAnew(ask, ask);
}

async function keepRequest(
  c: AppContext,
  identifier: Identifier,
  interactionId: string | null,
): Promise<void> {
  const { site } = c.var;
  const user = await findAccount(c, identifier);
  const email = user?.email ?? null;
  // Asked where there is no mailbox too: it takes the same time.
  const bears = await mailboxBears(c, email ?? identifier.value);
  const known = user !== undefined && email !== null && bears;
  const { challenge, token } = newChallenge(site, {
    purpose: "reset_password",
    address: (email ?? identifier.value).toLowerCase(),
    userId: known ? user.id : null,
    payload: JSON.stringify({ interactionId }),
  });
  const mail = resetMail(c, user, email ?? identifier.value, token);
  await site.storage.write(async (repositories) => {
    await repositories.challenges.create(challenge);
    if (known) await queueMail(repositories, site, mail);
  });
}

function resetMail(c: AppContext, user: User | undefined, to: string, token: string): Mail {
  const { issuer, name: service } = c.var.site;
  const link = `${issuer}/reset?token=${token}`;
  const locale = matchLocale(user?.locale ?? "") ?? c.var.locale;
  const { subject, text } = messages(locale).mail.resetPassword;
  return { to, subject, text: text({ name: greetingName(user?.name ?? ""), service, link }), link };
}
