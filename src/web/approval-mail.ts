import { defaultLocale, matchLocale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import { greetingName } from "../identity/greeting-name.ts";
import type { Approval, Client } from "../storage/port/clients.ts";
import type { User } from "../storage/port/users.ts";
import type { Site } from "./context.ts";
import type { Mail } from "./mail.ts";

/** What the developer is told of. */
export const approvalMails = {
  approve: "approvalApproved",
  reject: "approvalRejected",
  withdraw: "approvalWithdrawn",
} as const;

/** In the developer's language; to a proven address only, since an application's name is anybody's text. */
export function approvalMail(
  { issuer, name: service }: Pick<Site, "issuer" | "name">,
  decision: keyof typeof approvalMails,
  client: Client,
  owner: User | undefined,
  { scope, note }: Approval,
): Mail | undefined {
  if (!owner || owner.email === null || owner.emailVerifiedAt === null) return undefined;
  const locale = matchLocale(owner.locale ?? "") ?? defaultLocale;
  const { subject, text } = messages(locale).mail[approvalMails[decision]];
  const link = `${issuer}/developer/applications/${client.id}/approvals/${scope}`;
  const facts = { name: greetingName(owner.name), service, link, application: client.name, scope, note };
  return { to: owner.email, subject, text: text(facts), link };
}
