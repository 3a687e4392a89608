import { messages } from "../../i18n/messages.ts";
import { Field, Notice } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { ownInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { problemStatus } from "../../web/problem-status.ts";
import type { Pending } from "./pending.ts";

/** Where the mailed link leads: the account is opened by whoever has the mailbox and knows the password of the registration. */
export async function confirmPage(
  c: AppContext,
  token: string,
  pending: Pending,
  problem?: "stale" | "wrong",
): Promise<Response> {
  const t = messages(c.var.locale).register;
  const interaction = await ownInteraction(c, pending.interactionId);
  const options = {
    title: t.confirm.title,
    status: problem ? problemStatus : 200,
    formTarget: interaction?.request,
    keep: ["token"],
  };
  return renderPage(
    c,
    options,
    <section class="card">
      <h1>{t.confirm.title}</h1>
      {problem === "stale" && <Notice kind="warning">{t.stale}</Notice>}
      <p class="lead">{t.confirm.lead(pending.name, pending.email ?? "")}</p>
      <form method="post" action={`/register/confirm?token=${token}`}>
        <CsrfField c={c} />
        <Field
          name="password"
          label={t.password}
          type="password"
          autocomplete="current-password"
          required
          autofocus
          problem={problem === "wrong" ? t.confirm.wrong : undefined}
        />
        <button type="submit">{t.confirm.submit}</button>
      </form>
      <p>{t.confirm.notYou}</p>
    </section>,
  );
}
