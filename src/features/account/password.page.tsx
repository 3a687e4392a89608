import type { CatalogueError } from "../../errors/catalogue-error.ts";
import { errorHeaders } from "../../errors/headers.ts";
import { messages } from "../../i18n/messages.ts";
import type { PasswordProblem } from "../../identity/password-rules.ts";
import type { User } from "../../storage/port/users.ts";
import { CurrentPasswordField } from "../../ui/current-password.tsx";
import { Notice } from "../../ui/form.tsx";
import { NewPasswordField } from "../../ui/new-password.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { ErrorNotice } from "../../web/error-details.tsx";
import { channelsOf } from "../../web/factor-code.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { accountPage } from "./frame.tsx";

export interface PasswordView {
  readonly current?: "missing" | "wrong" | undefined;
  readonly next?: PasswordProblem | "missing" | "same" | undefined;
  readonly error?: CatalogueError;
  readonly stale?: boolean;
}

/** Who has a number but no password chooses the first one here; who has only an address, by a link that is mailed. */
export function choosesFirst(c: AppContext, user: User): boolean {
  return user.passwordHash === null && channelsOf(c, user).includes("phone");
}

/** Undefined while the page is simply shown. */
export function passwordPage(c: AppContext, account: Account, view?: PasswordView) {
  const t = messages(c.var.locale).account.password;
  const error = view?.error;
  return accountPage(
    c,
    account,
    {
      tab: "password",
      title: t.title,
      status: error?.status ?? (view ? problemStatus : 200),
      headers: error ? errorHeaders(error) : {},
    },
    <section class="card">
      <h1>{t.title}</h1>
      {account.user.passwordHash === null && !choosesFirst(c, account.user) ? (
        <p>
          {t.none} <a href="/forgot">{t.noneLink}</a>
        </p>
      ) : (
        <PasswordForm c={c} account={account} view={view ?? {}} />
      )}
    </section>,
  );
}

function PasswordForm(props: {
  readonly c: AppContext;
  readonly account: Account;
  readonly view: PasswordView;
}) {
  const { c, account, view } = props;
  const { password: t, stale } = messages(c.var.locale).account;
  return (
    <form method="post" action="/account/password">
      <p>{t.lead}</p>
      {view.stale && <Notice kind="warning">{stale}</Notice>}
      {view.error && <ErrorNotice c={c} error={view.error} />}
      {view.next === "same" && <Notice kind="danger">{t.same}</Notice>}
      <AccountFields c={c} account={account} />
      {account.user.passwordHash !== null && (
        <CurrentPasswordField
          name="current_password"
          label={t.current}
          problem={view.current && t[view.current]}
        />
      )}
      <NewPasswordField
        locale={c.var.locale}
        name="password"
        label={t.next}
        problem={view.next === "same" ? undefined : view.next}
      />
      <button type="submit">{t.submit}</button>
    </form>
  );
}
