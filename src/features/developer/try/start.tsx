import { messages } from "../../../i18n/messages.ts";
import { applicationLimits } from "../../../protocol/registration/application.ts";
import type { Client } from "../../../storage/port/clients.ts";
import { AnyOf, fieldOf } from "../../../ui/choices.tsx";
import { Select } from "../../../ui/form.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { countHit } from "../../../web/limit.ts";
import { changeOwn } from "../edit.tsx";
import { pathOf, type Status } from "../frame.tsx";
import { authorizationUrl } from "./authorization-url.ts";
import { tryCallback } from "./callback-uri.ts";
import { type Flow, seal } from "./flow.ts";
import { type Trial, tryPage } from "./frame.tsx";

const prompts = ["usual", "consent", "login", "select_account", "none"] as const;

/** Where a sign-in starts; first the application has to take our address among its redirect URIs. */
export function showStart(c: AppContext, account: Account, client: Client) {
  const t = messages(c.var.locale).tryIt;
  const asksPeople = client.grantTypes.includes("authorization_code");
  const enabled = client.redirectUris.includes(tryCallback(c.var.site.issuer));
  return tryPage(
    { c, account, client },
    <>
      <p class="lead">{t.lead}</p>
      {!asksPeople && (
        <>
          <p>{t.noPeople}</p>
          <a class="button quiet" href={pathOf(client, "/edit")}>
            {messages(c.var.locale).explorer.links.settings}
          </a>
        </>
      )}
      {asksPeople && !enabled && <EnableForm c={c} account={account} client={client} />}
      {asksPeople && enabled && <StartForm c={c} account={account} client={client} />}
    </>,
  );
}

function EnableForm({ c, account, client }: Trial) {
  const t = messages(c.var.locale).tryIt;
  return (
    <form method="post" action={pathOf(client, "/try/enable")}>
      <AccountFields c={c} account={account} />
      <p>{t.enableLead}</p>
      <p>
        <code>{tryCallback(c.var.site.issuer)}</code>
      </p>
      <button type="submit">{t.enable}</button>
    </form>
  );
}

function StartForm({ c, account, client }: Trial) {
  const t = messages(c.var.locale).tryIt;
  const [first = ""] = client.scopes;
  return (
    <form method="post" action={pathOf(client, "/try/start")}>
      <AccountFields c={c} account={account} />
      <AnyOf
        name="scope"
        legend={t.scopes}
        choices={client.scopes.map((value) => ({ value, label: <code>{value}</code> }))}
        chosen={client.scopes.includes("view-user") ? ["view-user"] : [first]}
      />
      <Select
        name="prompt"
        label={t.prompt}
        value="usual"
        options={prompts.map((prompt) => [prompt, t.prompts[prompt]] as const)}
      />
      <button type="submit">{t.start}</button>
    </form>
  );
}

/** Takes our address among the application's redirect URIs. */
export async function enable(
  c: AppContext,
  account: Account,
  client: Client,
  form: SubmittedForm,
): Promise<Response> {
  const back = (status: Status) => c.redirect(`${pathOf(client, "/try")}?status=${status}`, 303);
  if (form.stale) return back("stale");
  if (client.redirectUris.length >= applicationLimits.redirectUris) return back("not_enabled_try");
  await countHit(c, "application_change_by_user", String(account.user.id));
  const ours = tryCallback(c.var.site.issuer);
  await changeOwn(c, account, client.id, ({ redirectUris: present }) => {
    const others = present.filter((uri) => uri !== ours);
    return others.length < applicationLimits.redirectUris ? { redirectUris: [...others, ours] } : {};
  });
  return back("try_enabled");
}

/** Sends the browser to the authorization endpoint, as the application would. What is needed afterwards travels in `state`. */
export function start(c: AppContext, account: Account, client: Client, form: SubmittedForm): Response {
  if (form.stale) return c.redirect(`${pathOf(client, "/try")}?status=stale`, 303);
  const { issuer, keys, entropy, clock } = c.var.site;
  const flow: Flow = {
    clientId: client.id,
    begunAt: clock(),
    scope: client.scopes.filter((name) => form.get(fieldOf("scope", name)) === "on").join(" "),
    prompt: prompts.find((name) => name === form.get("prompt")) ?? "usual",
    codeVerifier: Buffer.from(entropy(32)).toString("base64url"),
    steps: [],
  };
  return c.redirect(authorizationUrl(issuer, flow, seal(keys, account.user.id, flow)).href, 303);
}
