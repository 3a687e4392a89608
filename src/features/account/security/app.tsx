import { messages } from "../../../i18n/messages.ts";
import { readCode } from "../../../identity/one-time-code.ts";
import { base32, matchingStep, totpSecret, totpUri } from "../../../identity/totp.ts";
import { CodeField } from "../../../ui/code-field.tsx";
import { Notice } from "../../../ui/form.tsx";
import { QrCode } from "../../../ui/qr-code.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import { askAgain } from "../../../web/ask-again.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { openSecret, sealSecret } from "../../../web/factor-secret.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { problemStatus } from "../../../web/problem-status.ts";
import { accountPage } from "../frame.tsx";
import { backTo } from "../with-account.ts";
import { switchOn } from "./protection.ts";
import { recoveryCodesPage } from "./recovery-codes.page.tsx";

type Problem = "missing" | "wrong" | "stale";

/** The secret travels sealed in the form until a code proves that the app has it: nothing is stored of what is given up. */
function setupContext({ user, session }: Account): string {
  return `setup ${user.id} ${session.id}`;
}

/** In groups of four, as people type it. */
function grouped(secret: Uint8Array): string {
  return base32(secret).replace(/(.{4})(?=.)/g, "$1 ");
}

function setupPage(c: AppContext, account: Account, secret: Uint8Array, problem?: Problem) {
  const t = messages(c.var.locale).security.app;
  const { site } = c.var;
  const { user } = account;
  const label = user.email ?? user.username ?? user.phoneNumber ?? user.name;
  const uri = totpUri(secret, site.name, label);
  return accountPage(
    c,
    account,
    { tab: "security", title: t.title, status: problem ? problemStatus : 200 },
    <section class="card">
      <h1>{t.title}</h1>
      {problem === "stale" && <Notice kind="warning">{t.stale}</Notice>}
      <p>{t.scan}</p>
      <QrCode text={uri} label={t.qr} />
      <p>
        <a href={uri}>{t.open}</a>
      </p>
      <p>{t.manual}</p>
      <p class="key">
        <code>{grouped(secret)}</code>
      </p>
      <form method="post" action="/account/security/app">
        <AccountFields c={c} account={account} />
        <input type="hidden" name="setup" value={sealSecret(site, secret, setupContext(account))} />
        <CodeField
          label={t.code}
          problem={problem === "missing" || problem === "wrong" ? t[problem] : undefined}
        />
        <button type="submit">{t.submit}</button>
      </form>
    </section>,
  );
}

export function showAppSetup(c: AppContext, account: Account) {
  return askAgain(c, account, "security_app") ?? setupPage(c, account, totpSecret(c.var.site.entropy));
}

export async function setUpApp(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const { site } = c.var;
  const asked = askAgain(c, account, "security_app");
  if (asked) return asked;
  const secret = openSecret(site, form.get("setup"), setupContext(account));
  if (form.stale || !secret) return setupPage(c, account, totpSecret(site.entropy), "stale");
  const code = readCode(form.get("code") ?? "");
  const step = code === undefined ? undefined : matchingStep(secret, code, site.clock());
  if (step === undefined) return setupPage(c, account, secret, form.has("code") ? "wrong" : "missing");
  const sealed = sealSecret(site, secret, String(account.user.id));
  const done = await switchOn(c, account, { kind: "app", sealed }, step);
  return done?.codes ? recoveryCodesPage(c, account, done.codes) : backTo(c, "security", "factor_on");
}
