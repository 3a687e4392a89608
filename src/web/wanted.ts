import { normaliseEmail } from "../identity/contact.ts";
import { type PasswordProblem, passwordProblem } from "../identity/password-rules.ts";
import { type ProfileProblem, readName } from "../identity/profile.ts";
import type { SubmittedForm } from "./form.tsx";

/** A registration that can be begun. */
export interface Wanted {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface WantedProblems {
  readonly name?: ProfileProblem;
  readonly email?: true;
  readonly password?: PasswordProblem | "missing";
}

/** Reads name, address and password, or tells everything that is wrong with them at once. */
export function readWanted(form: SubmittedForm): Wanted | { readonly problems: WantedProblems } {
  const named = readName(form.get("name") ?? "");
  const email = normaliseEmail(form.get("email") ?? "");
  const password = form.get("password") ?? "";
  const weak = password === "" ? "missing" : passwordProblem(password);
  if ("name" in named && email !== undefined && weak === undefined) return { ...named, email, password };
  return {
    problems: {
      ...("problem" in named ? { name: named.problem } : {}),
      ...(email === undefined ? { email: true } : {}),
      ...(weak === undefined ? {} : { password: weak }),
    },
  };
}
