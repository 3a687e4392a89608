import { matchLocale } from "../../i18n/locale.ts";
import { messages } from "../../i18n/messages.ts";
import { normalisePhone } from "../../identity/contact.ts";
import { oneTimeCode } from "../../identity/one-time-code.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { AppContext } from "../../web/context.ts";
import { countTogether } from "../../web/limit.ts";
import { queueMessage } from "../../web/message.ts";
import { codeHashOf } from "../../web/one-time-code.ts";
import type { InboundText } from "./notification.ts";

/** The id of a sign-in in what somebody wrote; people add words before and after it. */
const reference = /(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{26}(?![0-9a-z])/i;

async function waitingSignIn(c: AppContext, body: string): Promise<Challenge | undefined> {
  const id = reference.exec(body)?.[0].toLowerCase();
  const { storage, clock } = c.var.site;
  const found = id === undefined ? undefined : await storage.committed.challenges.find(id);
  const waits = found?.purpose === "sign_in" && found.address === "" && found.codeHash === null;
  return waits && found.usedAt === null && found.expiresAt > clock() ? found : undefined;
}

/**
 * A message that names a sign-in which waits for one gives it the sender's number, and is answered with a code; every
 * other is left alone. It proves nothing yet: a phisher can make somebody send his own link. The code has to be typed
 * into the browser that began, and its text says so. False when the number has had too many answers.
 */
export async function answerInbound(c: AppContext, { from, body }: InboundText): Promise<boolean> {
  const waiting = await waitingSignIn(c, body);
  const number = normalisePhone(`+${from}`);
  if (!(waiting && number)) return true;
  // Who writes from the number has counts of their own: nobody else can use them up.
  const key = `${number} wrote`;
  const refusal = await countTogether(c, [
    ["code_by_recipient", key],
    ["code_by_recipient_and_day", key],
  ]);
  if (refusal) return false;
  const { site } = c.var;
  const payload = JSON.parse(waiting.payload) as { readonly locale?: string };
  const t = messages(matchLocale(payload.locale ?? "") ?? c.var.locale).whatsapp.reply;
  const code = oneTimeCode(site.entropy);
  const codeHash = codeHashOf(site, waiting.id, code);
  const envelope = { channel: "whatsapp", to: number, expiresAt: waiting.expiresAt } as const;
  const content = { subject: t.subject, text: t.text({ code, service: site.name }), code };
  await site.storage.write(async (repositories) => {
    const { challenges } = repositories;
    const first = await challenges.answer(waiting.id, { address: number, codeHash }, site.clock());
    if (first) await queueMessage(repositories, site, envelope, content);
  });
  site.whatsapp?.queued();
  return true;
}
