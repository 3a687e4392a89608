import { messages } from "../../../i18n/messages.ts";
import { Notice } from "../../../ui/form.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import { type Account, makeCurrent, signedInAccounts } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { problemStatus } from "../../../web/problem-status.ts";
import { listPage, pathOf } from "../frame.tsx";
import { findOwn } from "../own-application.ts";
import { SecretField } from "../secret-field.tsx";
import { authorizeStep } from "./authorization-url.ts";
import { type Flow, open, seal, withStep } from "./flow.ts";
import { type Trial, tryPage } from "./frame.tsx";
import { shortened } from "./shortened.ts";
import { Steps } from "./steps.tsx";

/** Whoever of this browser's accounts began the sign-in: on the way another one may have become the current one. */
async function beginnerOf(
  c: AppContext,
): Promise<{ readonly account: Account; readonly flow: Flow } | undefined> {
  const { keys, clock } = c.var.site;
  for (const account of await signedInAccounts(c)) {
    const flow = open(keys, account.user.id, c.req.query("state"), clock());
    if (flow) return { account, flow };
  }
  return undefined;
}

/** Where the authorization endpoint sends the browser back to; it checks what an application has to check. */
export async function showCallback(c: AppContext, current: Account): Promise<Response> {
  const began = await beginnerOf(c);
  const isOurs = c.req.query("iss") === c.var.site.issuer;
  if (!began || !isOurs) return unknownPage(c, current);
  const { account, flow } = began;
  if (account.session.id !== current.session.id) await makeCurrent(c, account.session.id);
  const client = await findOwn(c.var.site.storage.committed, account, flow.clientId);
  const code = c.req.query("code");
  const asked = authorizeStep(c.var.site.issuer, flow, shortened(c.req.query("state") ?? ""));
  const answered = withStep(withStep(flow, asked), { name: "callback", ...arrival(c) });
  const trial = { c, account, client };
  return code === undefined ? refusedPage(trial, answered) : exchangePage(trial, { ...answered, code });
}

/** What came back, with the code and the state shortened. */
function arrival(c: AppContext): { readonly request: string; readonly response: string } {
  const secret = new Set(["code", "state"]);
  const lines = Object.entries(c.req.query()).map(
    ([name, value]) => `${name}=${secret.has(name) ? shortened(value) : value}`,
  );
  return { request: `GET ${c.var.site.issuer}${c.req.path}?…`, response: lines.join("\n") };
}

function unknownPage(c: AppContext, account: Account) {
  const t = messages(c.var.locale).tryIt.unknown;
  return listPage(
    c,
    account,
    { tab: "list", title: t.title, status: problemStatus },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <a class="button" href="/developer">
        {t.back}
      </a>
    </section>,
  );
}

/** The page of this server about the error that came back; nothing else is linked to. */
function explanation(c: AppContext): string | undefined {
  const uri = c.req.query("error_uri") ?? "";
  return uri.startsWith(`${c.var.site.issuer}/docs/errors/`) ? uri : undefined;
}

function refusedPage(trial: Trial, flow: Flow) {
  const { c, client } = trial;
  const t = messages(c.var.locale).tryIt;
  const more = explanation(c);
  return tryPage(
    trial,
    <>
      <Notice kind="warning">{t.refused}</Notice>
      <div class="actions">
        <a class="button" href={pathOf(client, "/try")}>
          {t.again}
        </a>
        {more && <a href={more}>{t.readMore}</a>}
      </div>
    </>,
    <Steps c={c} flow={flow} />,
  );
}

/** A code came: the application would now exchange it, for which it needs its secret. */
export function exchangePage(trial: Trial, flow: Flow, secretMissing = false) {
  const { c, account, client } = trial;
  const t = messages(c.var.locale).tryIt;
  return tryPage(
    trial,
    <>
      <Notice kind="good">{t.checked}</Notice>
      <form method="post" action={pathOf(client, "/try/call#latest")}>
        <AccountFields c={c} account={account} />
        <input type="hidden" name="flow" value={seal(c.var.site.keys, account.user.id, flow)} />
        {client.confidential && <SecretField c={c} missing={secretMissing} />}
        <button type="submit" name="call" value="token">
          {t.steps.token}
        </button>
      </form>
    </>,
    <Steps c={c} flow={flow} />,
    secretMissing ? problemStatus : 200,
  );
}
