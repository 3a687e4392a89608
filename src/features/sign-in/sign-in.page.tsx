import type { CatalogueError } from "../../errors/catalogue-error.ts";
import { errorHeaders } from "../../errors/headers.ts";
import { messages } from "../../i18n/messages.ts";
import { requestOptions } from "../../identity/passkey-options.ts";
import { CurrentPasswordField } from "../../ui/current-password.tsx";
import { Field, Notice } from "../../ui/form.tsx";
import { WriteFirst } from "../../web/code-form.tsx";
import type { AppContext } from "../../web/context.ts";
import { ErrorNotice } from "../../web/error-details.tsx";
import { CsrfField } from "../../web/form.tsx";
import { signInPath } from "../../web/onward.ts";
import { withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { newPasskeyChallenge } from "../../web/passkey-challenge.ts";
import { PasskeyForm } from "../../web/passkey-form.tsx";
import { problemStatus } from "../../web/problem-status.ts";
import { type Destination, onwardOf } from "./destination.ts";
import { signInOccasion } from "./passkey.ts";

export interface SignInView {
  readonly identifier?: string | undefined;
  readonly missing?: { readonly identifier: boolean; readonly password: boolean };
  readonly problem?: "wrong" | "wrongPasskey" | "stale" | "number" | CatalogueError | undefined;
}

export function signInPage(c: AppContext, to: Destination, view: SignInView = {}) {
  const { signIn: t, passkey } = messages(c.var.locale);
  const error = typeof view.problem === "object" ? view.problem : undefined;
  const tried = view.problem !== undefined || view.missing !== undefined;
  // The destination stands in the address, so that the answer can be had in another language as well.
  const action = signInPath(onwardOf(to));
  const redirectUri = to.interaction?.request.redirectUri;
  return renderPage(
    c,
    {
      title: t.title,
      status: error?.status ?? (tried ? problemStatus : 200),
      headers: error ? errorHeaders(error) : {},
      formTarget: redirectUri === undefined ? undefined : { redirectUri },
      keep: ["next", "account"],
      script: "passkey",
    },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        {to.application && <p class="lead">{t.toContinue(to.application)}</p>}
        {error && <ErrorNotice c={c} error={error} />}
        {view.problem === "wrong" && <Notice kind="danger">{t.wrong}</Notice>}
        {view.problem === "wrongPasskey" && <Notice kind="danger">{passkey.wrong}</Notice>}
        {view.problem === "stale" && <Notice kind="warning">{t.stale}</Notice>}
        <form method="post" action={action}>
          <CsrfField c={c} />
          <SignInFields c={c} view={view} />
          <button type="submit">{t.submit}</button>
          {c.var.site.whatsapp && <ByWhatsApp c={c} />}
        </form>
        <PasskeyForm
          c={c}
          action={action}
          ceremony="get"
          options={requestOptions(c.var.site.issuer, newPasskeyChallenge(c, signInOccasion), [], "required")}
          label={passkey.signIn}
          autofill
          quiet
        />
        {error && <WriteFirst c={c} to={onwardOf(to)} />}
        <p>
          <a href={withInteraction("/forgot", to.interaction?.id)}>{t.forgot}</a>
        </p>
      </section>
      {c.var.site.registration && (
        <p class="muted">
          {t.noAccount} <a href={withInteraction("/register", to.interaction?.id)}>{t.register}</a>
        </p>
      )}
    </>,
  );
}

/** The same form sends the number without the password. */
function ByWhatsApp({ c }: { readonly c: AppContext }) {
  const t = messages(c.var.locale).whatsapp;
  return (
    <>
      <button type="submit" name="way" value="whatsapp" class="quiet" formnovalidate>
        {t.button}
      </button>
      <p class="help">{t.buttonHelp}</p>
    </>
  );
}

function SignInFields({ c, view }: { readonly c: AppContext; readonly view: SignInView }) {
  const { signIn: t, whatsapp } = messages(c.var.locale);
  const identifierProblem = view.missing?.identifier ? t.identifierMissing : undefined;
  return (
    <>
      <Field
        name="identifier"
        label={t.identifier}
        value={view.identifier}
        autocomplete="username webauthn"
        required
        autofocus={!view.identifier}
        maxlength={320}
        problem={view.problem === "number" ? whatsapp.numberProblem : identifierProblem}
      />
      <CurrentPasswordField
        name="password"
        label={t.password}
        optional={c.var.site.whatsapp !== undefined}
        autofocus={Boolean(view.identifier)}
        problem={view.missing?.password ? t.passwordMissing : undefined}
      />
    </>
  );
}
