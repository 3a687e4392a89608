import type { CatalogueError } from "../../errors/catalogue-error.ts";
import { errorHeaders } from "../../errors/headers.ts";
import { messages } from "../../i18n/messages.ts";
import { Field, Notice } from "../../ui/form.tsx";
import { WriteFirst } from "../../web/code-form.tsx";
import type { AppContext } from "../../web/context.ts";
import { ErrorNotice } from "../../web/error-details.tsx";
import { CsrfField } from "../../web/form.tsx";
import { withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { WantedFields, type WantedView } from "../../web/wanted-fields.tsx";
import type { ByNumberProblems, Way } from "./wanted-by-number.ts";

export interface RegisterView extends WantedView {
  readonly interactionId: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly way?: Way;
  readonly problems?: ByNumberProblems;
  /** Why no code can be sent. */
  readonly error?: CatalogueError;
  readonly stale?: boolean;
  readonly status?: number;
}

/** One form for both ways: with the style sheet it shows the fields of the chosen one, without it all of them. */
export function registerPage(c: AppContext, view: RegisterView): Response | Promise<Response> {
  const { locale } = c.var;
  const { register: t } = messages(locale);
  const { error } = view;
  const byNumber = c.var.site.whatsapp && <ByNumber c={c} view={view} />;
  return renderPage(
    c,
    {
      title: t.title,
      status: error?.status ?? view.status ?? 200,
      headers: error ? errorHeaders(error) : {},
    },
    <section class="card">
      <h1>{t.title}</h1>
      {view.stale && <Notice kind="warning">{t.stale}</Notice>}
      {error && <ErrorNotice c={c} error={error} />}
      {error && <WriteFirst c={c} to={{ interactionId: view.interactionId }} />}
      <form method="post" action={withInteraction("/register", view.interactionId)}>
        <CsrfField c={c} />
        <WantedFields locale={locale} view={view} emailHelp={t.emailHelp} otherWay={byNumber} />
        <button type="submit">{t.submit}</button>
      </form>
      <p>
        {t.haveAccount} <a href={withInteraction("/login", view.interactionId)}>{t.signIn}</a>
      </p>
    </section>,
  );
}

function ByNumber({ c, view }: { readonly c: AppContext; readonly view: RegisterView }) {
  const { register, whatsapp: t } = messages(c.var.locale);
  const chosen = view.way ?? "whatsapp";
  return (
    <>
      <fieldset class="ways">
        <legend>{register.way.legend}</legend>
        {(["whatsapp", "email"] as const).map((way) => (
          <label>
            <input type="radio" name="way" value={way} checked={way === chosen} />
            {register.way[way]}
          </label>
        ))}
      </fieldset>
      <div class="by-whatsapp">
        <Field
          name="phone_number"
          label={t.number}
          value={view.phoneNumber}
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          maxlength={40}
          help={t.numberHelp}
          autofocus={view.problems?.phoneNumber && !view.problems.name}
          problem={view.problems?.phoneNumber && t.numberProblem}
        />
      </div>
    </>
  );
}
