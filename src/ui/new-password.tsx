import type { Locale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import { Field } from "./form.tsx";

interface NewPasswordProps {
  readonly locale: Locale;
  readonly name: string;
  readonly label: string;
  /** Why the one that came cannot be used. */
  readonly problem?: "missing" | "too_short" | "too_long" | "too_common" | undefined;
  readonly autofocus?: boolean;
  /** It need not be filled in. */
  readonly optional?: boolean;
}

/** A field in which a password is chosen; it never comes back filled in. */
export function NewPasswordField({ locale, name, label, problem, autofocus, optional }: NewPasswordProps) {
  const t = messages(locale).newPassword;
  return (
    <Field
      name={name}
      label={label}
      type="password"
      autocomplete="new-password"
      required={!optional}
      minlength={8}
      autofocus={autofocus}
      help={t.help}
      problem={problem && t.problems[problem]}
    />
  );
}
