import { messages } from "../../../i18n/messages.ts";
import { parseAttestation, verifyAttestation } from "../../../identity/passkey.ts";
import { creationOptions } from "../../../identity/passkey-options.ts";
import { describeUserAgent } from "../../../identity/user-agent.ts";
import { Field, Notice } from "../../../ui/form.tsx";
import { askAgain } from "../../../web/ask-again.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import {
  newPasskeyChallenge,
  type OwnChallenge,
  readPasskeyChallenge,
} from "../../../web/passkey-challenge.ts";
import { PasskeyForm } from "../../../web/passkey-form.tsx";
import { problemStatus } from "../../../web/problem-status.ts";
import { accountPage } from "../frame.tsx";
import { backTo } from "../with-account.ts";
import { passkeyName } from "./passkey-name.ts";
import { changeProtection } from "./protection.ts";

/** More than anybody's devices; each is looked at when the page is shown. */
const mostPasskeys = 20;

type Problem = "failed" | "taken" | "tooMany" | "stale";

function occasionOf({ session }: Account): string {
  return `new passkey ${session.id}`;
}

function suggestedName(c: AppContext): string {
  const t = messages(c.var.locale).security.newPasskey;
  const { browser, device } = describeUserAgent(c.req.header("user-agent") ?? "");
  return browser && device ? t.suggestion(browser, device) : t.fallback;
}

async function newPasskeyPage(c: AppContext, account: Account, problem?: Problem): Promise<Response> {
  const { security, account: texts } = messages(c.var.locale);
  const t = security.newPasskey;
  const { site } = c.var;
  const existing = await site.storage.committed.passkeys.list(account.user.id);
  const challenge = newPasskeyChallenge(c, occasionOf(account));
  return accountPage(
    c,
    account,
    { tab: "security", title: t.title, status: problem ? problemStatus : 200, script: "passkey" },
    <section class="card">
      <h1>{t.title}</h1>
      {problem && <Notice kind="danger">{problem === "stale" ? texts.stale : t[problem]}</Notice>}
      <p>{t.lead}</p>
      <noscript>
        <Notice kind="warning">{t.needsScript}</Notice>
      </noscript>
      <PasskeyForm
        c={c}
        action="/account/security/passkey"
        ceremony="create"
        options={creationOptions(site, challenge, account.user, existing)}
        label={t.submit}
      >
        <input type="hidden" name="user" value={String(account.user.id)} />
        <Field
          name="name"
          label={t.name}
          value={suggestedName(c)}
          required
          maxlength={50}
          autocomplete="off"
        />
      </PasskeyForm>
      <p class="muted">{t.noButton}</p>
    </section>,
  );
}

export async function showNewPasskey(c: AppContext, account: Account): Promise<Response> {
  return askAgain(c, account, "security_passkey") ?? newPasskeyPage(c, account);
}

/** The passkey that was made for this very page; undefined when it proves nothing. */
async function verified(c: AppContext, account: Account, credential: string) {
  const attestation = parseAttestation(credential);
  if (!attestation) return undefined;
  let own: OwnChallenge | undefined;
  const made = await verifyAttestation(attestation, {
    issuer: c.var.site.issuer,
    isOwnChallenge: (challenge) => {
      own = readPasskeyChallenge(c, occasionOf(account), challenge);
      return own !== undefined;
    },
    userVerification: true,
  });
  const challenge = own;
  return made && challenge ? { made, challenge } : undefined;
}

export async function addPasskey(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const asked = askAgain(c, account, "security_passkey");
  if (asked) return asked;
  if (form.stale) return newPasskeyPage(c, account, "stale");
  const proof = await verified(c, account, form.get("credential") ?? "");
  if (!proof) return newPasskeyPage(c, account, "failed");
  const { made, challenge } = proof;
  const userId = account.user.id;
  const createdAt = c.var.site.clock();
  const name = passkeyName(form.get("name")) ?? suggestedName(c);
  let problem: Problem = "failed";
  const added = await changeProtection(c, account, "passkey_added", async ({ passkeys }) => {
    if (!(await passkeys.spendChallenge(challenge.id, challenge.expiresAt))) return undefined;
    problem = (await passkeys.list(userId)).length < mostPasskeys ? "taken" : "tooMany";
    if (problem === "tooMany") return undefined;
    return (await passkeys.add({ ...made, userId, name, createdAt, lastUsedAt: null })) || undefined;
  });
  return added ? backTo(c, "security", "passkey_added") : newPasskeyPage(c, account, problem);
}
