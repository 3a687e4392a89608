import type { CatalogueError } from "../../errors/catalogue-error.ts";
import { type Identifier, identifierKind } from "../../identity/contact.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import type { AppContext } from "../../web/context.ts";
import { deviceOf } from "../../web/device.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { countHit } from "../../web/limit.ts";
import { newChallenge } from "../../web/mailed-link.ts";
import type { CodePayload } from "../../web/one-time-code.ts";
import { codeLifetime, sendCode } from "../../web/send-code.ts";
import { offeredWhatsApp, whatsAppOutage } from "../../web/whatsapp.ts";
import { type Destination, onwardOf } from "./destination.ts";

/** A sign-in that began with a message from the person: the number is known once it has arrived. */
export interface WrittenFirst {
  /** The language in which we answer. */
  readonly locale: string;
}

/** A number without a password is enough to mean WhatsApp; so is its button, whatever else was filled in. */
export function meansWhatsApp(c: AppContext, form: SubmittedForm): boolean {
  if (!c.var.site.whatsapp) return false;
  if (form.get("way") === "whatsapp") return true;
  return form.get("password") === undefined && numberIn(form.get("identifier")) !== undefined;
}

function numberIn(typed: string | undefined): (Identifier & { readonly kind: "phone" }) | undefined {
  const identifier = identifierKind(typed ?? "");
  return identifier?.kind === "phone" ? { ...identifier, kind: "phone" } : undefined;
}

/**
 * Sends a code to the number of an account. A number without one costs the same work and gets the same answer, but no
 * message: it would only wait for a code that opens nothing, at the operator's cost. Resolves to the id of the request;
 * "malformed" when no number was typed.
 */
export async function beginByNumber(
  c: AppContext,
  to: Destination,
  typed: string | undefined,
): Promise<{ readonly id: string } | "malformed" | CatalogueError> {
  const outage = whatsAppOutage(offeredWhatsApp(c));
  if (outage) return outage;
  const number = numberIn(typed);
  if (!number) return "malformed";
  const owner = await c.var.site.storage.committed.users.findByPhoneNumber(number.value);
  return sendCode(c, {
    purpose: "sign_in",
    to: number,
    owner,
    userId: null,
    locale: c.var.locale,
    budget: "whatsapp_to_known_numbers",
    delivery: owner?.status === "active" ? "real" : "decoy",
    traceable: false,
    payload: onwardOf(to),
  });
}

/** Begins a sign-in that waits for a message from the person's number; resolves to its id, which the message repeats. */
export async function beginByWriting(c: AppContext, to: Destination): Promise<string> {
  const { site, clientIp, locale } = c.var;
  await countHit(c, "write_first_by_ip", ipKey(clientIp));
  const payload: CodePayload & WrittenFirst = { ...onwardOf(to), deviceHash: deviceOf(c).hash, locale };
  const facts = { purpose: "sign_in", address: "", userId: null, payload: JSON.stringify(payload) } as const;
  const { challenge } = newChallenge(site, facts, codeLifetime);
  await site.storage.write(({ challenges }) => challenges.create(challenge));
  return challenge.id;
}
