import { messages } from "../../i18n/messages.ts";
import { Field, Notice } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { problemStatus } from "../../web/problem-status.ts";

export interface ForgotView {
  readonly interactionId: string | undefined;
  readonly identifier?: string | undefined;
  readonly problem?: "stale" | "malformed" | undefined;
}

export function forgotPage(c: AppContext, view: ForgotView): Response | Promise<Response> {
  const t = messages(c.var.locale).recover;
  return renderPage(
    c,
    { title: t.title, status: view.problem ? problemStatus : 200 },
    <section class="card">
      <h1>{t.title}</h1>
      {view.problem === "stale" && <Notice kind="warning">{t.stale}</Notice>}
      <p class="lead">{t.lead}</p>
      <form method="post" action={withInteraction("/forgot", view.interactionId)}>
        <CsrfField c={c} />
        <Field
          name="identifier"
          problem={view.problem === "malformed" ? t.identifierProblem : undefined}
          label={t.identifier}
          value={view.identifier}
          autocomplete="username"
          required
          autofocus
          maxlength={320}
        />
        <button type="submit">{t.submit}</button>
      </form>
      <p>
        <a href={withInteraction("/login", view.interactionId)}>{t.backToSignIn}</a>
      </p>
    </section>,
  );
}

/** The same for everybody: it says nothing of whether there is an account. */
export function sentPage(c: AppContext, interactionId: string | undefined): Response | Promise<Response> {
  const t = messages(c.var.locale).recover;
  return renderPage(
    c,
    { title: t.sent.title },
    <section class="card">
      <h1>{t.sent.title}</h1>
      <p class="lead">{t.sent.lead}</p>
      <p>{t.sent.nothingCame}</p>
      {c.var.site.whatsapp && <p>{t.sent.byWhatsApp}</p>}
      <div class="actions">
        <a class="button quiet" href={withInteraction("/forgot", interactionId)}>
          {t.sent.again}
        </a>
        <a href={withInteraction("/login", interactionId)}>{t.backToSignIn}</a>
      </div>
    </section>,
  );
}
