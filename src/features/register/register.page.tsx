import { messages } from "../../i18n/messages.ts";
import { Notice } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { WantedFields, type WantedView } from "../../web/wanted-fields.tsx";

export interface RegisterView extends WantedView {
  readonly interactionId: string | undefined;
  readonly stale?: boolean;
  readonly status?: number;
}

export function registerPage(c: AppContext, view: RegisterView): Response | Promise<Response> {
  const { locale } = c.var;
  const t = messages(locale).register;
  return renderPage(
    c,
    { title: t.title, status: view.status ?? 200 },
    <section class="card">
      <h1>{t.title}</h1>
      {view.stale && <Notice kind="warning">{t.stale}</Notice>}
      <form method="post" action={withInteraction("/register", view.interactionId)}>
        <CsrfField c={c} />
        <WantedFields locale={locale} view={view} emailHelp={t.emailHelp} />
        <button type="submit">{t.submit}</button>
      </form>
      <p>
        {t.haveAccount} <a href={withInteraction("/login", view.interactionId)}>{t.signIn}</a>
      </p>
    </section>,
  );
}
