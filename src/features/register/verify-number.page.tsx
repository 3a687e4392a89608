import { messages } from "../../i18n/messages.ts";
import { readableNumber } from "../../identity/contact.ts";
import { CodeForm, type CodeState, codePageOptions, isOver, WriteFirst } from "../../web/code-form.tsx";
import type { AppContext } from "../../web/context.ts";
import { ownInteraction, withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import type { Registration } from "./verify.ts";

/** The page that waits for the code of a registration by WhatsApp: a message goes to every number, so its fate can be told. */
export async function verifyNumberPage(
  c: AppContext,
  { challenge, payload }: Registration,
  state: CodeState,
): Promise<Response> {
  const { page: t } = messages(c.var.locale).whatsapp;
  const interaction = await ownInteraction(c, payload.interactionId);
  const action = `/register/verify?registration=${challenge.id}`;
  const formTarget = interaction?.request;
  return renderPage(
    c,
    { title: t.title, ...codePageOptions(state), formTarget, keep: ["registration"] },
    <section class="card">
      <h1>{t.title}</h1>
      <CodeForm c={c} action={action} label={t.field} problem={state.problem} error={state.error}>
        {!state.error && <p class="lead">{t.sent(readableNumber(challenge.address))}</p>}
        <p>{t.limits}</p>
      </CodeForm>
      {!isOver(state) && (
        <>
          <h2>{t.nothingCame}</h2>
          <p>{t.wait}</p>
        </>
      )}
      <WriteFirst c={c} to={{ interactionId: interaction?.id }} />
      <div class="actions">
        <a href={withInteraction("/register", interaction?.id)}>{isOver(state) ? t.again : t.email}</a>
        <a href={withInteraction("/login", interaction?.id)}>{t.otherWay}</a>
      </div>
    </section>,
  );
}
