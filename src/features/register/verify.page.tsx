import { messages } from "../../i18n/messages.ts";
import { Field, Notice } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import type { CodeProblem } from "../../web/one-time-code.ts";
import { ownInteraction, withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { problemStatus } from "../../web/problem-status.ts";
import type { Pending } from "./pending.ts";

export async function verifyPage(
  c: AppContext,
  registration: string,
  pending: Pending,
  problem?: CodeProblem | "taken",
): Promise<Response> {
  const { register: t } = messages(c.var.locale);
  const hopeless = problem === "spent" || problem === "expired" || problem === "taken";
  const interaction = await ownInteraction(c, pending.interactionId);
  const options = {
    title: t.verify.title,
    status: problem ? problemStatus : 200,
    formTarget: interaction?.request,
    keep: ["registration"],
  };
  return renderPage(
    c,
    options,
    <section class="card">
      <h1>{t.verify.title}</h1>
      {problem === "stale" && <Notice kind="warning">{t.stale}</Notice>}
      {hopeless ? (
        <Notice kind="danger">{t.verify[problem]}</Notice>
      ) : (
        <>
          <p class="lead">{t.verify.sent(pending.email ?? "")}</p>
          <form method="post" action={`/register/verify?registration=${registration}`}>
            <CsrfField c={c} />
            <Field
              name="code"
              label={t.verify.code}
              autocomplete="one-time-code"
              inputmode="numeric"
              required
              autofocus
              maxlength={20}
              problem={problem === "wrong" ? t.verify.wrong : undefined}
            />
            <button type="submit">{t.verify.submit}</button>
          </form>
          <p>{t.verify.later}</p>
          <p>{t.verify.nothingCame}</p>
        </>
      )}
      <div class="actions">
        <a href={withInteraction("/register", interaction?.id)}>{t.again}</a>
        <a href={withInteraction("/login", interaction?.id)}>{t.signIn}</a>
      </div>
    </section>,
  );
}
