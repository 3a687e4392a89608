import { messages } from "../../i18n/messages.ts";
import { Notice } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { renderPage } from "../../web/page.tsx";
import type { Step, Visit } from "./visits.ts";

/** Why the last answer was not used, or null. */
export type DemoProblem = "state" | null;

/** The demo: a button that signs in, and below it every request made so far with its answer. */
export function demoPage(c: AppContext, visit: Visit | undefined, problem: DemoProblem) {
  const t = messages(c.var.locale).demo;
  const { name } = c.var.site;
  const titles = { ...t.steps, authorize: t.steps.authorize(name) };
  return renderPage(
    c,
    { title: t.title, width: "wide", formTarget: { redirectUri: `${c.var.site.issuer}/demo/callback` } },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p class="lead">{t.introduction}</p>
        {problem === "state" && <Notice kind="danger">{t.stateDiffers}</Notice>}
        <form method="post" action="/demo/start">
          <CsrfField c={c} />
          <div class="actions">
            <button type="submit" name="application" value="confidential">
              {t.signIn(name)}
            </button>
            <button type="submit" name="application" value="public" class="quiet">
              {t.signInPublic}
            </button>
          </div>
        </form>
        {visit?.refreshToken && (
          <form method="post" action="/demo/refresh">
            <CsrfField c={c} />
            <div class="actions">
              <button type="submit" class="quiet">
                {t.refresh}
              </button>
            </div>
          </form>
        )}
      </section>
      {visit?.steps.map((step, index) => (
        <StepCard step={step} number={index + 1} title={titles[step.title]} labels={t} />
      ))}
    </>,
  );
}

interface StepCardProps {
  readonly step: Step;
  readonly number: number;
  readonly title: string;
  readonly labels: { readonly request: string; readonly response: string };
}

function StepCard({ step, number, title, labels }: StepCardProps) {
  return (
    <section class="card" id={`step-${number}`}>
      <h2>{`${number}. ${title}`}</h2>
      <h3>{labels.request}</h3>
      <pre tabindex={0} dir="ltr">
        {step.request}
      </pre>
      <h3>{labels.response}</h3>
      <pre tabindex={0} dir="ltr">
        {step.response}
      </pre>
    </section>
  );
}
