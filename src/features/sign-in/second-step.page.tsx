import type { CatalogueError } from "../../errors/catalogue-error.ts";
import { errorHeaders } from "../../errors/headers.ts";
import { messages } from "../../i18n/messages.ts";
import { maskedEmail } from "../../identity/masked-email.ts";
import { requestOptions } from "../../identity/passkey-options.ts";
import type { Passkey } from "../../storage/port/passkeys.ts";
import { Checkbox, Field, Notice } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { ErrorNotice } from "../../web/error-details.tsx";
import { CsrfField } from "../../web/form.tsx";
import { signInPath } from "../../web/onward.ts";
import { ownInteraction } from "../../web/own-interaction.ts";
import { renderPage } from "../../web/page.tsx";
import { newPasskeyChallenge } from "../../web/passkey-challenge.ts";
import { PasskeyForm } from "../../web/passkey-form.tsx";
import { type PendingSignIn, passkeyOccasion, pendingPath } from "../../web/pending-sign-in.ts";
import { problemStatus } from "../../web/problem-status.ts";
import type { Way } from "./ways.ts";

export interface SecondStepView {
  readonly pending: PendingSignIn;
  readonly ways: readonly Way[];
  readonly way: Way;
  /** Id of the code that was mailed. */
  readonly sent?: string | undefined;
  readonly passkeys: readonly Passkey[];
  readonly problem?: "missing" | "wrong" | "wrongPasskey" | "stale" | CatalogueError | undefined;
}

export async function secondStepPage(c: AppContext, view: SecondStepView): Promise<Response> {
  const { secondStep: t, passkey } = messages(c.var.locale);
  const { pending, way, problem } = view;
  const error = typeof problem === "object" ? problem : undefined;
  const interaction = await ownInteraction(c, pending.to.interactionId);
  const options = {
    title: t.title,
    status: error?.status ?? (problem ? problemStatus : 200),
    headers: error ? errorHeaders(error) : {},
    formTarget: interaction?.request,
    keep: ["attempt", "way", "sent"],
    script: view.ways.includes("passkey") ? "passkey" : undefined,
  } as const;
  return renderPage(
    c,
    options,
    <section class="card">
      <h1>{t.title}</h1>
      {error && <ErrorNotice c={c} error={error} />}
      {problem === "stale" && <Notice kind="warning">{t.stale}</Notice>}
      {problem === "wrongPasskey" && <Notice kind="danger">{passkey.wrong}</Notice>}
      {way === "passkey" ? (
        <p class="lead">{t.ways.passkey.lead}</p>
      ) : (
        <CodeForm c={c} view={view} way={way} />
      )}
      {view.ways.includes("passkey") && <PasskeyStep c={c} view={view} />}
      <OtherWays c={c} view={view} />
    </section>,
  );
}

interface PartProps {
  readonly c: AppContext;
  readonly view: SecondStepView;
}

function leadOf(c: AppContext, { pending, sent }: SecondStepView, way: Exclude<Way, "passkey">): string {
  const t = messages(c.var.locale).secondStep;
  if (way !== "email") return t.ways[way].lead;
  const address = maskedEmail(pending.user.email ?? "");
  return sent === undefined ? t.ways.email.lead(address) : t.sent(address);
}

/** Nothing can be typed before a code was sent. */
function CodeForm({ c, view, way }: PartProps & { readonly way: Exclude<Way, "passkey"> }) {
  const t = messages(c.var.locale).secondStep;
  const { pending, sent, problem } = view;
  const waits = way === "email" && sent === undefined;
  return (
    <>
      <p class="lead">{leadOf(c, view, way)}</p>
      {!waits && (
        <form method="post" action={pendingPath(pending.challenge.id, { way, sent })}>
          <CsrfField c={c} />
          <Field
            name="code"
            label={t.ways[way].code}
            autocomplete={way === "recovery" ? "off" : "one-time-code"}
            inputmode={way === "recovery" ? "text" : "numeric"}
            required
            autofocus
            maxlength={40}
            problem={problem === "missing" ? t.missing : problem === "wrong" ? t.wrong[way] : undefined}
          />
          <Checkbox name="remember" label={t.remember} help={t.rememberHelp} />
          <button type="submit">{t.submit}</button>
        </form>
      )}
      {way === "email" && (
        <form method="post" action={pendingPath(pending.challenge.id, { way })}>
          <CsrfField c={c} />
          <button type="submit" name="send" value="email" class={waits ? undefined : "quiet"}>
            {waits ? t.send : t.sendAgain}
          </button>
        </form>
      )}
    </>
  );
}

/** Any of the account's passkeys will do; after the password it need not recognise the person once more. */
function PasskeyStep({ c, view }: PartProps) {
  const t = messages(c.var.locale).secondStep;
  const { pending, passkeys, way } = view;
  const challenge = newPasskeyChallenge(c, passkeyOccasion(pending.challenge.id));
  return (
    <>
      {way === "passkey" && (
        <noscript>
          <Notice kind="warning">{t.passkeyNeedsScript}</Notice>
        </noscript>
      )}
      <PasskeyForm
        c={c}
        action={pendingPath(pending.challenge.id, { way: "passkey" })}
        ceremony="get"
        options={requestOptions(c.var.site.issuer, challenge, passkeys, "preferred")}
        label={t.passkeySubmit}
        quiet={way !== "passkey"}
      >
        {way === "passkey" && <Checkbox name="remember" label={t.remember} help={t.rememberHelp} />}
      </PasskeyForm>
    </>
  );
}

function OtherWays({ c, view }: PartProps) {
  const t = messages(c.var.locale).secondStep;
  const { pending, ways, way } = view;
  const others = ways.filter((other) => other !== way && other !== "passkey");
  return (
    <nav aria-label={t.otherWays}>
      <ul class="plain">
        {others.map((other) => (
          <li>
            <a href={pendingPath(pending.challenge.id, { way: other })}>{t.ways[other].choose}</a>
          </li>
        ))}
        {way === "recovery" && <li class="muted">{t.lost}</li>}
        <li>
          <a href={signInPath(pending.to, { account: "new" })}>{t.startOver}</a>
        </li>
      </ul>
    </nav>
  );
}
