import { type Messages, messages } from "../../i18n/messages.ts";
import { scopeText } from "../../i18n/scope-text.ts";
import type { ConsentStep } from "../../protocol/authorize/next-step.ts";
import type { ReturnAddress } from "../../protocol/authorize/pipeline.ts";
import { placeOf } from "../../protocol/redirect-uri.ts";
import { Avatar, Notice } from "../../ui/form.tsx";
import { ApplicationLogo } from "../../web/application-logo.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { preferLocale } from "../../web/locale.ts";
import { renderPage } from "../../web/page.tsx";
import { accountLabel } from "./account-label.ts";
import type { StoredFlow } from "./flow.ts";
import { signShown } from "./shown-consent.ts";

/** Asks one person, for one account, about one application. `changed`: the yes that came was for another account. */
export async function consentPage(
  c: AppContext,
  { interaction, request, to }: StoredFlow,
  { account, scopes }: ConsentStep,
  changed: boolean,
): Promise<Response> {
  const { user } = account;
  preferLocale(c, request.uiLocales, user.locale);
  const all = messages(c.var.locale);
  const t = all.authorize;
  const shown = signShown(c.var.site.keys, interaction.id, { userId: user.id, scopes });
  return renderPage(
    c,
    { title: t.consentTitle(to.client.name), formTarget: to },
    <section class="card">
      {to.client.verified && <ApplicationLogo client={to.client} />}
      <h1>{t.consentTitle(to.client.name)}</h1>
      {changed && <Notice kind="warning">{t.accountChanged}</Notice>}
      <Application to={to} texts={t} />
      <div class="identity">
        <Avatar name={user.name} picture={user.picture} />
        <p>
          <strong dir="auto">{user.name}</strong>
          <br />
          <small class="muted" dir="ltr">
            {accountLabel(user)}
          </small>
        </p>
        <a href={`/accounts?interaction=${interaction.id}`}>{t.switchAccount}</a>
      </div>
      <h2>{t.willSee}</h2>
      <ul class="permissions">
        {scopes.map((scope) => (
          <li>{scopeText(c.var.locale, scope)}</li>
        ))}
      </ul>
      <form method="post" action={`/consent?interaction=${interaction.id}`}>
        <CsrfField c={c} />
        <input type="hidden" name="account" value={shown.account} />
        <input type="hidden" name="scope" value={shown.scope} />
        <input type="hidden" name="shown" value={shown.shown} />
        <div class="actions even">
          <button type="submit" name="decision" value="approve">
            {t.allow}
          </button>
          <button type="submit" name="decision" value="deny" class="quiet">
            {t.deny}
          </button>
        </div>
      </form>
      <p class="muted">{t.revocable}</p>
    </section>,
  );
}

/** What is known of the application: where it leads, and a warning when nobody has checked it. */
function Application({ to, texts }: { readonly to: ReturnAddress; readonly texts: Messages["authorize"] }) {
  const { client, redirectUri } = to;
  return (
    <>
      {client.test && (
        <Notice kind="warning">
          <span class="tag warning">{texts.test}</span> {texts.testNote}
        </Notice>
      )}
      {!client.verified && (
        <Notice kind="warning">
          <span class="tag warning">{texts.notVerified}</span> {texts.notVerifiedNote(placeOf(redirectUri))}
        </Notice>
      )}
      <p class="muted">
        {texts.returnsTo(placeOf(redirectUri))}
        {client.privacyPolicyUrl && (
          <>
            {" "}
            <a href={client.privacyPolicyUrl} rel="noreferrer">
              {texts.privacyPolicy}
            </a>
          </>
        )}
      </p>
    </>
  );
}
