import type { Child } from "hono/jsx";
import type { Locale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import { Field } from "../ui/form.tsx";
import { NewPasswordField } from "../ui/new-password.tsx";
import { profileProblemText } from "./profile-problem.ts";
import type { WantedProblems } from "./wanted.ts";

/** What came with a form that is shown again, and what is wrong with it. */
export interface WantedView {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly problems?: WantedProblems;
}

interface WantedFieldsProps {
  readonly locale: Locale;
  readonly view: WantedView;
  readonly emailHelp?: string;
  /** Fields of another way to prove who one is, between the name and those of this one: then none of these has to be filled in. */
  readonly otherWay?: Child;
}

/** Name, address and password of an account to be; the first field that has to be corrected, else the first of all, has the focus. */
export function WantedFields({ locale, view, emailHelp, otherWay }: WantedFieldsProps) {
  const t = messages(locale).register;
  const { name, email, password } = view.problems ?? {};
  const first = name || !(email || password) ? "name" : email ? "email" : "password";
  return (
    <>
      <Field
        name="name"
        label={t.name}
        value={view.name}
        autocomplete="name"
        required
        autofocus={first === "name"}
        problem={name && profileProblemText(locale, name)}
      />
      {otherWay}
      <div class={otherWay ? "by-email" : undefined}>
        <Field
          name="email"
          label={t.email}
          value={view.email}
          type="email"
          autocomplete="username"
          required={!otherWay}
          autofocus={first === "email"}
          help={emailHelp}
          problem={email && t.emailProblem}
        />
        <NewPasswordField
          locale={locale}
          name="password"
          label={t.password}
          problem={password}
          optional={Boolean(otherWay)}
          autofocus={first === "password"}
        />
      </div>
    </>
  );
}
