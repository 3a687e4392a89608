import type { notices } from "../i18n/en/notices.ts";
import { type Locale, matchLocale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import { momentText } from "../i18n/moment.ts";
import { greetingName } from "../identity/greeting-name.ts";
import { describeUserAgent } from "../identity/user-agent.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext, Site } from "./context.ts";
import { type Envelope, queueMessage } from "./message.ts";

/** What a person is told about their account, whoever did it. */
export type Notice = keyof typeof notices.kinds;

/** Milliseconds after which it is no news any more by WhatsApp, where it costs something. */
const worthSending = 24 * 60 * 60_000;

/** By mail; to somebody without an address by WhatsApp, where that can send notices. Null: there is no way. */
function envelopeOf(
  { whatsapp, clock }: Site,
  { email, phoneNumber }: Pick<User, "email" | "phoneNumber">,
): Envelope | null {
  if (email !== null) return { channel: "mail", to: email };
  if (!whatsapp?.notices || phoneNumber === null) return null;
  return { channel: "whatsapp", to: phoneNumber, expiresAt: clock() + worthSending };
}

type Texts = ReturnType<typeof messages>["notices"];

/** What stands around it: nothing is left to protect, or it was not done in a browser that could be the person's own. */
function frameOf(t: Texts, notice: Notice): Pick<Texts, "text" | "short"> {
  if (notice === "account_deleted") return { text: t.lastText, short: t.lastShort };
  return notice === "factors_reset" ? { text: t.operatorText, short: t.operatorShort } : t;
}

/** What the notice says of where it happened, and its language for people who chose none. */
export interface Occasion {
  readonly site: Site;
  readonly locale: Locale;
  readonly userAgent: string;
  readonly clientIp: string;
}

/**
 * Tells a person, in their language, what happened to their account in this request: sent if and only if the unit
 * commits.
 */
export function queueNotice(
  repositories: Pick<Repositories, "messages">,
  c: AppContext,
  user: User,
  notice: Notice,
): Promise<void> {
  const userAgent = c.req.header("user-agent") ?? "";
  const { site, locale, clientIp } = c.var;
  return queueNoticeOf(repositories, { site, locale, clientIp, userAgent }, user, notice);
}

/** The same for what was not done in a browser. */
export async function queueNoticeOf(
  repositories: Pick<Repositories, "messages">,
  { site, ...occasion }: Occasion,
  user: User,
  notice: Notice,
): Promise<void> {
  const envelope = envelopeOf(site, user);
  if (!envelope) return;
  const locale = matchLocale(user.locale ?? "") ?? occasion.locale;
  const t = messages(locale).notices;
  const { subject, happened } = t.kinds[notice];
  const facts = {
    name: greetingName(user.name),
    service: site.name,
    happened,
    when: momentText(locale, site.clock()),
    ...describeUserAgent(occasion.userAgent),
    address: occasion.clientIp,
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
