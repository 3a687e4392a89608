import { normaliseEmail } from "../identity/contact.ts";
import { type PasswordProblem, passwordProblem } from "../identity/password-rules.ts";
import { type ProfileProblem, readProfileChange } from "../identity/profile.ts";
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

/** Any day: a registration has no date of birth to compare with it. */
const today = "1970-01-01";

export function readName(text: string): { readonly name: string } | { readonly problem: ProfileProblem } {
  const read = readProfileChange({ name: text }, today);
  if ("change" in read) return { name: read.change.name ?? "" };
  return { problem: read.problems.name ?? { kind: "empty", limit: 0 } };
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
