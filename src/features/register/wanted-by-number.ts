import { normalisePhone } from "../../identity/contact.ts";
import { passwordProblem } from "../../identity/password-rules.ts";
import { readName } from "../../identity/profile.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import type { WantedProblems } from "../../web/wanted.ts";

/** A registration by WhatsApp that can be begun. */
export interface WantedByNumber {
  readonly name: string;
  readonly phoneNumber: string;
  /** Whoever has a number needs none. */
  readonly password: string | undefined;
}

export interface ByNumberProblems extends WantedProblems {
  readonly phoneNumber?: true;
}

export type Way = "whatsapp" | "email";

/** What was filled in decides; only with both or none of them the choice on the page does. */
export function wayOf(c: AppContext, form: SubmittedForm): Way {
  if (!c.var.site.whatsapp) return "email";
  const [email, number] = [form.get("email"), form.get("phone_number")];
  if ((email === undefined) !== (number === undefined)) return number === undefined ? "email" : "whatsapp";
  return form.get("way") === "whatsapp" ? "whatsapp" : "email";
}

/** Reads name, number and password, or tells everything that is wrong with them at once. */
export function readWantedByNumber(
  form: SubmittedForm,
): WantedByNumber | { readonly problems: ByNumberProblems } {
  const named = readName(form.get("name") ?? "");
  const phoneNumber = normalisePhone(form.get("phone_number") ?? "");
  const password = form.get("password");
  const weak = password === undefined ? undefined : passwordProblem(password);
  if ("name" in named && phoneNumber !== undefined && weak === undefined)
    return { ...named, phoneNumber, password };
  return {
    problems: {
      ...("problem" in named ? { name: named.problem } : {}),
      ...(phoneNumber === undefined ? { phoneNumber: true } : {}),
      ...(weak === undefined ? {} : { password: weak }),
    },
  };
}
