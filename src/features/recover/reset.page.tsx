import { messages } from "../../i18n/messages.ts";
import type { PasswordProblem } from "../../identity/password-rules.ts";
import { Notice } from "../../ui/form.tsx";
import { NewPasswordField } from "../../ui/new-password.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { renderPage } from "../../web/page.tsx";
import { problemStatus } from "../../web/problem-status.ts";

export function resetPage(
  c: AppContext,
  token: string,
  problem?: PasswordProblem | "missing" | "stale",
): Response | Promise<Response> {
  const t = messages(c.var.locale).recover;
  return renderPage(
    c,
    { title: t.reset.title, status: problem ? problemStatus : 200, keep: ["token"] },
    <section class="card">
      <h1>{t.reset.title}</h1>
      {problem === "stale" && <Notice kind="warning">{t.stale}</Notice>}
      <p class="lead">{t.reset.lead}</p>
      <form method="post" action={`/reset?token=${token}`}>
        <CsrfField c={c} />
        <NewPasswordField
          locale={c.var.locale}
          name="password"
          label={t.reset.password}
          autofocus
          problem={problem === "stale" ? undefined : problem}
        />
        <button type="submit">{t.reset.submit}</button>
      </form>
    </section>,
  );
}
