import { CatalogueError } from "../../errors/catalogue-error.ts";
import { errorHeaders } from "../../errors/headers.ts";
import { messages } from "../../i18n/messages.ts";
import { requestOptions } from "../../identity/passkey-options.ts";
import type { Passkey } from "../../storage/port/passkeys.ts";
import { CodeField } from "../../ui/code-field.tsx";
import { CurrentPasswordField } from "../../ui/current-password.tsx";
import { Notice } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { ErrorNotice } from "../../web/error-details.tsx";
import type { CodeChannel } from "../../web/factor-code.ts";
import { isNextPage } from "../../web/next-page.ts";
import { withQuery } from "../../web/onward.ts";
import { newPasskeyChallenge } from "../../web/passkey-challenge.ts";
import { PasskeyForm } from "../../web/passkey-form.tsx";
import { problemStatus } from "../../web/problem-status.ts";
import { accountPage } from "./frame.tsx";

export interface ConfirmView {
  /** Name of the page to go on to. */
  readonly next: string | undefined;
  readonly passkeys: readonly Passkey[];
  /** Ways in which a code can be sent; undefined where the password is asked for. */
  readonly channels: readonly CodeChannel[] | undefined;
  /** Id of the code that was sent. */
  readonly sent?: string | undefined;
  readonly problem?:
    | "missing"
    | "wrong"
    | "wrongPasskey"
    | "wrongCode"
    | "stale"
    | CatalogueError
    | undefined;
}

/** What a passkey's challenge is made for here. */
export function confirmOccasion({ session }: Account): string {
  return `confirm ${session.id}`;
}

export function confirmPage(c: AppContext, account: Account, view: ConfirmView) {
  const { account: texts, passkey } = messages(c.var.locale);
  const { confirm: t, stale } = texts;
  const { problem, passkeys } = view;
  const error = problem instanceof CatalogueError ? problem : undefined;
  return accountPage(
    c,
    account,
    {
      tab: "security",
      title: t.title,
      status: error?.status ?? (problem ? problemStatus : 200),
      headers: error ? errorHeaders(error) : {},
      keep: ["next", "sent"],
      script: passkeys.length > 0 ? "passkey" : undefined,
    },
    <section class="card">
      <h1>{t.title}</h1>
      {error && <ErrorNotice c={c} error={error} />}
      {problem === "stale" && <Notice kind="warning">{stale}</Notice>}
      {problem === "wrongPasskey" && <Notice kind="danger">{passkey.wrong}</Notice>}
      {view.channels ? (
        <CodeForms c={c} account={account} view={view} channels={view.channels} />
      ) : (
        <PasswordForm c={c} account={account} view={view} />
      )}
      {passkeys.length > 0 && (
        <PasskeyForm
          c={c}
          action="/account/confirm"
          ceremony="get"
          options={requestOptions(
            c.var.site.issuer,
            newPasskeyChallenge(c, confirmOccasion(account)),
            passkeys,
            "required",
          )}
          label={t.passkey}
          quiet={view.channels === undefined}
        >
          <input type="hidden" name="user" value={String(account.user.id)} />
          <NextField view={view} />
        </PasskeyForm>
      )}
    </section>,
  );
}

interface PartProps {
  readonly account: Account;
  readonly view: ConfirmView;
}

function NextField({ view: { next } }: { readonly view: ConfirmView }) {
  return <input type="hidden" name="next" value={isNextPage(next) ? next : ""} />;
}

/** A code to the number or address of the account. */
function CodeForms(props: PartProps & { readonly c: AppContext; readonly channels: readonly CodeChannel[] }) {
  const { c, account, view, channels } = props;
  const t = messages(c.var.locale).account.confirm;
  const { sent, next, problem } = view;
  const action = withQuery("/account/confirm", { sent });
  return (
    <>
      <p>{sent === undefined ? t.codeLead : t.codeSent}</p>
      {sent !== undefined && (
        <form method="post" action={action}>
          <AccountFields c={c} account={account} />
          <NextField view={view} />
          <CodeField
            label={t.code}
            autofocus
            problem={problem === "wrongCode" || problem === "missing" ? t.wrongCode : undefined}
          />
          <button type="submit">{t.submit}</button>
        </form>
      )}
      <form method="post" action={withQuery("/account/confirm", { next })}>
        <AccountFields c={c} account={account} />
        <NextField view={view} />
        <div class="actions">
          {channels.map((channel) => (
            <button
              type="submit"
              name="send"
              value={channel}
              class={sent === undefined ? undefined : "quiet"}
            >
              {t.send[channel]}
            </button>
          ))}
        </div>
      </form>
    </>
  );
}

function PasswordForm({ c, account, view }: PartProps & { readonly c: AppContext }) {
  const t = messages(c.var.locale).account.confirm;
  const { problem } = view;
  return (
    <form method="post" action="/account/confirm">
      <p>{t.lead}</p>
      <AccountFields c={c} account={account} />
      <NextField view={view} />
      <CurrentPasswordField
        name="password"
        label={t.password}
        autofocus
        problem={problem === "missing" || problem === "wrong" ? t[problem] : undefined}
      />
      <button type="submit">{t.submit}</button>
    </form>
  );
}
