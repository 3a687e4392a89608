import { matchLocale } from "../../i18n/locale.ts";
import { messages } from "../../i18n/messages.ts";
import { greetingName } from "../../identity/greeting-name.ts";
import { oneTimeCode } from "../../identity/one-time-code.ts";
import type { Passwords } from "../../identity/password.ts";
import type { User } from "../../storage/port/users.ts";
import type { AppContext } from "../../web/context.ts";
import { deviceOf } from "../../web/device.ts";
import { mailboxBears } from "../../web/limit.ts";
import { type Mail, queueMail } from "../../web/mail.ts";
import { newChallenge } from "../../web/mailed-link.ts";
import { orAnew } from "../../web/owner-gone.ts";
import type { Wanted } from "../../web/wanted.ts";

/**
 * Keeps an unverified registration and queues the mail that lets it go on; resolves to its id. An address that has an
 * account costs the same work, leaves the same traces and gets a mail that says so: its registration can never be completed.
 */
export async function beginRegistration(
  c: AppContext,
  passwords: Passwords,
  wanted: Wanted,
  interactionId: string | null,
): Promise<string> {
  const passwordHash = await passwords.hash(wanted.password);
  const begin = () => keepRegistration(c, passwordHash, wanted, interactionId);
  return orAnew(begin, begin);
}

async function keepRegistration(
  c: AppContext,
  passwordHash: string,
  wanted: Wanted,
  interactionId: string | null,
): Promise<string> {
  const { site } = c.var;
  const { name, email } = wanted;
  const account = await site.storage.committed.users.findByEmail(email);
  const payload = { name, email, passwordHash, deviceHash: deviceOf(c).hash, interactionId };
  const { challenge, token } = newChallenge(site, {
    purpose: "register",
    address: email.toLowerCase(),
    userId: account?.id ?? null,
    payload: JSON.stringify(payload),
  });
  const code = oneTimeCode(site.entropy);
  const codeHash = site.keys.sign("one-time-code", `${challenge.id} ${code}`);
  const link = `${site.issuer}/register/confirm?token=${token}`;
  const mail = account ? knownMail(c, account, email) : confirmMail(c, wanted, code, link);
  const bears = await mailboxBears(c, email);
  await site.storage.write(async (repositories) => {
    const { challenges } = repositories;
    await challenges.supersede(challenge.address, "register", challenge.createdAt);
    await challenges.create({ ...challenge, codeHash });
    if (bears) await queueMail(repositories, site, mail);
  });
  return challenge.id;
}

function confirmMail(c: AppContext, { name, email }: Wanted, code: string, link: string): Mail {
  const { subject, text } = messages(c.var.locale).mail.confirmAddress;
  const facts = { name: greetingName(name), service: c.var.site.name, link, code };
  return { to: email, subject, text: text(facts), code, link };
}

/** In the account's own name and language: who typed the address may be somebody else. */
function knownMail(c: AppContext, account: User, email: string): Mail {
  const { issuer, name: service } = c.var.site;
  const locale = matchLocale(account.locale ?? "") ?? c.var.locale;
  const { subject, text } = messages(locale).mail.alreadyRegistered;
  const links = { link: `${issuer}/login`, resetLink: `${issuer}/forgot` };
  return { to: email, subject, text: text({ name: greetingName(account.name), service, ...links }) };
}
