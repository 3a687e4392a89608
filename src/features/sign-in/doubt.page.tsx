import { messages } from "../../i18n/messages.ts";
import { CodeForm, type CodeState, codePageOptions, isOver } from "../../web/code-form.tsx";
import type { AppContext } from "../../web/context.ts";
import type { OwnCode } from "../../web/one-time-code.ts";
import { signInPath } from "../../web/onward.ts";
import { withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { type Destination, onwardOf } from "./destination.ts";

export interface DoubtView extends CodeState {
  readonly own: OwnCode<unknown>;
  readonly to: Destination;
}

/** Waits for the code; it says nothing of whether the password was right, nor of where a message went. */
export function doubtPage(c: AppContext, view: DoubtView): Response | Promise<Response> {
  const { doubt: t, forgot } = messages(c.var.locale).signIn;
  const { page } = messages(c.var.locale).whatsapp;
  const { own, to } = view;
  return renderPage(
    c,
    { title: t.title, ...codePageOptions(view), formTarget: to.interaction?.request, keep: ["request"] },
    <section class="card">
      <h1>{t.title}</h1>
      <CodeForm
        c={c}
        action={`/login/confirm?request=${own.challenge.id}`}
        label={t.field}
        problem={view.problem}
        error={view.error}
      >
        <p class="lead">{t.lead}</p>
        <p>{t.sent}</p>
        <p>{page.limits}</p>
      </CodeForm>
      {!isOver(view) && (
        <>
          <h2>{page.nothingCame}</h2>
          <p>{t.wait}</p>
        </>
      )}
      <div class="actions">
        <a href={signInPath(onwardOf(to), { account: "new" })}>{t.again}</a>
        <a href={withInteraction("/forgot", to.interaction?.id)}>{forgot}</a>
      </div>
    </section>,
  );
}
