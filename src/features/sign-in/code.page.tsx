import { messages } from "../../i18n/messages.ts";
import { readableNumber } from "../../identity/contact.ts";
import { Notice } from "../../ui/form.tsx";
import { CodeForm, type CodeState, codePageOptions, isOver, WriteFirst } from "../../web/code-form.tsx";
import type { AppContext } from "../../web/context.ts";
import type { OwnCode } from "../../web/one-time-code.ts";
import { signInPath } from "../../web/onward.ts";
import { withInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import type { WrittenFirst } from "./by-number.ts";
import { type Destination, onwardOf } from "./destination.ts";

export interface CodeView extends CodeState {
  readonly own: OwnCode<Partial<WrittenFirst>>;
  readonly to: Destination;
}

interface PartProps {
  readonly c: AppContext;
  readonly view: CodeView;
}

/** The page itself, with what is as it was when the code was asked for. */
function here({ own }: CodeView): string {
  return `/login/code?request=${own.challenge.id}`;
}

function isWritten({ own }: CodeView): boolean {
  return own.payload.locale !== undefined;
}

/** The page that waits for a code; it says nothing of whether the number has an account. */
export function codePage(c: AppContext, view: CodeView): Response | Promise<Response> {
  const { page: t, write } = messages(c.var.locale).whatsapp;
  const title = isWritten(view) ? write.title : t.title;
  const formTarget = view.to.interaction?.request;
  return renderPage(
    c,
    { title, ...codePageOptions(view), formTarget, keep: ["request"] },
    <section class="card">
      <h1>{title}</h1>
      <CodeForm c={c} action={here(view)} label={t.field} problem={view.problem} error={view.error}>
        {isWritten(view) ? <Written c={c} view={view} /> : <Sent c={c} view={view} />}
        <p>{t.limits}</p>
      </CodeForm>
      <Otherwise c={c} view={view} />
    </section>,
  );
}

function Sent({ c, view }: PartProps) {
  const { page: t } = messages(c.var.locale).whatsapp;
  return <p class="lead">{t.sentIfKnown(readableNumber(view.own.challenge.address))}</p>;
}

/** Whose message has arrived is not told: a page left open would show the number of whoever was talked into writing. */
function Written({ c, view }: PartProps) {
  const { write: t, message } = messages(c.var.locale).whatsapp;
  const { id, address } = view.own.challenge;
  if (address !== "") return <Notice kind="good">{t.arrived}</Notice>;
  const text = encodeURIComponent(message(c.var.site.name, id));
  const link = `https://wa.me/${c.var.site.whatsapp?.number?.slice(1) ?? ""}?text=${text}`;
  return (
    <>
      <p class="lead">{t.first}</p>
      <p class="actions stacked">
        <a class="button" href={link} target="_blank" rel="noopener noreferrer">
          {t.open}
        </a>
      </p>
      <p>{t.answered}</p>
    </>
  );
}

function Otherwise({ c, view }: PartProps) {
  const { page: t, write } = messages(c.var.locale).whatsapp;
  const over = isOver(view);
  const written = isWritten(view);
  return (
    <>
      {!(written || over) && (
        <>
          <h2>{t.nothingCame}</h2>
          <p>{`${t.wait} ${t.unknown}`}</p>
        </>
      )}
      {!written && <WriteFirst c={c} to={onwardOf(view.to)} />}
      <div class="actions">
        {written && !over && view.own.challenge.address === "" && <a href={here(view)}>{write.look}</a>}
        <a href={signInPath(onwardOf(view.to))}>{over ? t.again : t.otherWay}</a>
        {c.var.site.registration && (
          <a href={withInteraction("/register", view.to.interaction?.id)}>{t.openAccount}</a>
        )}
      </div>
    </>
  );
}
