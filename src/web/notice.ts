import type { notices } from "../i18n/en/notices.ts";
import { matchLocale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import { momentText } from "../i18n/moment.ts";
import { greetingName } from "../identity/greeting-name.ts";
import { describeUserAgent } from "../identity/user-agent.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { queueMail } from "./mail.ts";

/** What a person is told about their account, whoever did it. */
export type Notice = keyof typeof notices.kinds;

/**
 * Tells a person, in their language, what happened to their account in this request: sent if and only if the unit
 * commits. Somebody without an address to write to is told nothing.
 */
export async function queueNotice(
  repositories: Pick<Repositories, "messages">,
  c: AppContext,
  user: User,
  notice: Notice,
): Promise<void> {
  if (user.email === null) return;
  const { site } = c.var;
  const locale = matchLocale(user.locale ?? "") ?? c.var.locale;
  const t = messages(locale).notices;
  const { subject, happened } = t.kinds[notice];
  const text = t.text({
    name: greetingName(user.name),
    service: site.name,
    happened,
    when: momentText(locale, site.clock()),
    ...describeUserAgent(c.req.header("user-agent") ?? ""),
    address: c.var.clientIp,
    passwordLink: `${site.issuer}/forgot`,
    securityLink: `${site.issuer}/account/security`,
  });
  await queueMail(repositories, site, { to: user.email, subject, text });
}
