import type { CatalogueError } from "../../errors/catalogue-error.ts";
import type { Passwords } from "../../identity/password.ts";
import type { AppContext } from "../../web/context.ts";
import { sendCode } from "../../web/send-code.ts";
import { offeredWhatsApp, whatsAppOutage } from "../../web/whatsapp.ts";
import type { WantedByNumber } from "./wanted-by-number.ts";

/**
 * Keeps an unverified registration and sends the code that lets it go on; resolves to its id. A number that has an
 * account gets a code as well: whoever can read it is signed in to that account.
 */
export async function beginByNumber(
  c: AppContext,
  passwords: Passwords,
  { name, phoneNumber, password }: WantedByNumber,
  interactionId: string | null,
): Promise<{ readonly id: string } | CatalogueError> {
  const outage = whatsAppOutage(offeredWhatsApp(c));
  if (outage) return outage;
  const passwordHash = password === undefined ? null : await passwords.hash(password);
  const payload = { name, email: null, phoneNumber, passwordHash, interactionId };
  return sendCode(c, {
    purpose: "register",
    to: { kind: "phone", value: phoneNumber },
    owner: await c.var.site.storage.committed.users.findByPhoneNumber(phoneNumber),
    userId: null,
    locale: c.var.locale,
    budget: "whatsapp_to_new_numbers",
    delivery: "real",
    traceable: true,
    payload,
  });
}
