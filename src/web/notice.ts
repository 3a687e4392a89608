import type { notices } from "../i18n/en/notices.ts";
import { matchLocale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import { momentText } from "../i18n/moment.ts";
import { greetingName } from "../identity/greeting-name.ts";
import { describeUserAgent } from "../identity/user-agent.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { type Envelope, queueMessage } from "./message.ts";

/** What a person is told about their account, whoever did it. */
export type Notice = keyof typeof notices.kinds;

/** Milliseconds after which it is no news any more by WhatsApp, where it costs something. */
const worthSending = 24 * 60 * 60_000;

/** By mail; to somebody without an address by WhatsApp, where that can send notices. Null: there is no way. */
function envelopeOf(
  c: AppContext,
  { email, phoneNumber }: Pick<User, "email" | "phoneNumber">,
): Envelope | null {
  if (email !== null) return { channel: "mail", to: email };
  const { whatsapp, clock } = c.var.site;
  if (!whatsapp?.notices || phoneNumber === null) return null;
  return { channel: "whatsapp", to: phoneNumber, expiresAt: clock() + worthSending };
}

type Texts = ReturnType<typeof messages>["notices"];

/** What stands around it: nothing is left to protect, or it was not done in a browser that could be the person's own. */
function frameOf(t: Texts, notice: Notice): Pick<Texts, "text" | "short"> {
  if (notice === "account_deleted") return { text: t.lastText, short: t.lastShort };
  return notice === "factors_reset" ? { text: t.operatorText, short: t.operatorShort } : t;
}

/**
 * Tells a person, in their language, what happened to their account in this request: sent if and only if the unit
 * commits.
 */
export async function queueNotice(
  repositories: Pick<Repositories, "messages">,
  c: AppContext,
  user: User,
  notice: Notice,
): Promise<void> {
  const envelope = envelopeOf(c, user);
  if (!envelope) return;
  const { site } = c.var;
  const locale = matchLocale(user.locale ?? "") ?? c.var.locale;
  const t = messages(locale).notices;
  const { subject, happened } = t.kinds[notice];
  const facts = {
    name: greetingName(user.name),
    service: site.name,
    happened,
    when: momentText(locale, site.clock()),
    ...describeUserAgent(c.req.header("user-agent") ?? ""),
    address: c.var.clientIp,
    passwordLink: `${site.issuer}/forgot`,
    securityLink: `${site.issuer}/account/security`,
    contact: site.securityContact.replace(/^mailto:/, ""),
  };
  const { text, short } = frameOf(t, notice);
  const content =
    envelope.channel === "mail"
      ? { subject, text: text(facts) }
      : { subject, text: short(facts), template: "notice" as const, locale };
  await queueMessage(repositories, site, envelope, content);
}
