import { messages } from "../../i18n/messages.ts";
import { Field, Notice } from "../../ui/form.tsx";
import { NewPasswordField } from "../../ui/new-password.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { profileProblemText } from "../../web/profile-problem.ts";
import type { WantedProblems } from "./wanted.ts";

export interface RegisterView {
  readonly interactionId: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly problems?: WantedProblems;
  readonly stale?: boolean;
  readonly status?: number;
}

export function registerPage(c: AppContext, view: RegisterView): Response | Promise<Response> {
  const { locale } = c.var;
  const t = messages(locale).register;
  const { name, email, password } = view.problems ?? {};
  // The first field that has to be corrected, else the first of all.
  const first = name || !(email || password) ? "name" : email ? "email" : "password";
  return renderPage(
    c,
    { title: t.title, status: view.status ?? 200 },
    <section class="card">
      <h1>{t.title}</h1>
      {view.stale && <Notice kind="warning">{t.stale}</Notice>}
      <form method="post" action={withInteraction("/register", view.interactionId)}>
        <CsrfField c={c} />
        <Field
          name="name"
          label={t.name}
          value={view.name}
          autocomplete="name"
          required
          autofocus={first === "name"}
          problem={name && profileProblemText(locale, name)}
        />
        <Field
          name="email"
          label={t.email}
          value={view.email}
          type="email"
          autocomplete="username"
          required
          autofocus={first === "email"}
          help={t.emailHelp}
          problem={email && t.emailProblem}
        />
        <NewPasswordField
          locale={locale}
          name="password"
          label={t.password}
          problem={password}
          autofocus={first === "password"}
        />
        <button type="submit">{t.submit}</button>
      </form>
      <p>
        {t.haveAccount} <a href={withInteraction("/login", view.interactionId)}>{t.signIn}</a>
      </p>
    </section>,
  );
}
