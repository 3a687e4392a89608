import { messages } from "../../../i18n/messages.ts";
import type { Client } from "../../../storage/port/clients.ts";
import { AccountFields } from "../../../web/account-fields.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { pathOf } from "../frame.tsx";
import { exchangePage } from "./callback.tsx";
import { type Call, make, type Self } from "./calls.ts";
import { type Flow, open, seal } from "./flow.ts";
import { type Trial, tryPage } from "./frame.tsx";
import { RehearseField } from "./rehearse-field.tsx";
import { Steps } from "./steps.tsx";

const calls = ["token", "user", "details", "refresh", "introspect", "revoke"] as const;

/** What makes sense after the tokens are there. */
function possible(client: Client, { accessToken, refreshToken }: Flow): readonly Call[] {
  if (accessToken === undefined) return [];
  return calls.filter((call) => {
    if (call === "token") return false;
    if (call === "refresh") return refreshToken !== undefined;
    return call === "introspect" ? client.confidential : true;
  });
}

/** Makes one request of the application's and shows it with all before. */
export async function call(
  c: AppContext,
  self: Self,
  account: Account,
  client: Client,
  form: SubmittedForm,
): Promise<Response> {
  const { keys, clock } = c.var.site;
  const flow = open(keys, account.user.id, form.get("flow"), clock());
  const wanted = calls.find((name) => name === form.get("call"));
  if (form.stale || !wanted || flow?.clientId !== client.id)
    return c.redirect(`${pathOf(client, "/try")}?status=stale`, 303);
  const clientSecret = form.get("client_secret");
  if (wanted === "token" && client.confidential && clientSecret === undefined)
    return exchangePage({ c, account, client }, flow, true);
  const wish = client.test ? form.get("rehearse") : undefined;
  const known = clientSecret === undefined ? flow : { ...flow, clientSecret };
  return resultPage({ c, account, client }, await make(c, self, wanted, known, wish));
}

/** The steps are the page; what can be done next comes last, beside the latest answer. */
function resultPage(trial: Trial, flow: Flow) {
  const { c, account, client } = trial;
  const t = messages(c.var.locale).tryIt;
  const next = possible(client, flow);
  return tryPage(
    trial,
    <p>{t.lead}</p>,
    <>
      <Steps c={c} flow={flow} />
      <section class="card">
        <h2>{t.next}</h2>
        <form method="post" action={pathOf(client, "/try/call#latest")}>
          <AccountFields c={c} account={account} />
          <input type="hidden" name="flow" value={seal(c.var.site.keys, account.user.id, flow)} />
          {client.test && next.length > 0 && <RehearseField c={c} />}
          <div class="actions">
            {next.map((name) => (
              <button type="submit" name="call" value={name} class="quiet">
                {t.steps[name]}
              </button>
            ))}
            <a class="button quiet" href={pathOf(client, "/try")}>
              {t.again}
            </a>
          </div>
        </form>
      </section>
    </>,
  );
}
