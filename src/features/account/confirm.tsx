import { CatalogueError } from "../../errors/catalogue-error.ts";
import { errorHeaders } from "../../errors/headers.ts";
import { messages } from "../../i18n/messages.ts";
import type { Passwords } from "../../identity/password.ts";
import { CurrentPasswordField } from "../../ui/current-password.tsx";
import { Notice } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { type Account, renewSession } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { ErrorNotice } from "../../web/error-details.tsx";
import type { SubmittedForm } from "../../web/form.tsx";
import { isNextPage, nextPath } from "../../web/next-page.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { accountPage } from "./frame.tsx";
import { proveAgain } from "./prove-again.ts";

type Problem = "missing" | "wrong" | "stale" | CatalogueError;

export function confirmPage(c: AppContext, account: Account, next: string | undefined, problem?: Problem) {
  const { confirm: t, password, stale } = messages(c.var.locale).account;
  const error = problem instanceof CatalogueError ? problem : undefined;
  const status = error?.status ?? (problem ? problemStatus : 200);
  return accountPage(
    c,
    account,
    { tab: "sessions", title: t.title, status, headers: error ? errorHeaders(error) : {} },
    <section class="card">
      <h1>{t.title}</h1>
      {account.user.passwordHash === null ? (
        <p>
          {password.none} <a href="/forgot">{password.noneLink}</a>
        </p>
      ) : (
        <form method="post" action="/account/confirm">
          <p>{t.lead}</p>
          {error && <ErrorNotice c={c} error={error} />}
          {problem === "stale" && <Notice kind="warning">{stale}</Notice>}
          <AccountFields c={c} account={account} />
          <input type="hidden" name="next" value={isNextPage(next) ? next : ""} />
          <CurrentPasswordField
            name="password"
            label={t.password}
            autofocus
            problem={problem === "missing" || problem === "wrong" ? t[problem] : undefined}
          />
          <button type="submit">{t.submit}</button>
        </form>
      )}
    </section>,
  );
}

export async function confirm(
  c: AppContext,
  passwords: Passwords,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const next = form.get("next");
  const password = form.get("password");
  if (form.stale) return confirmPage(c, account, next, "stale");
  if (password === undefined) return confirmPage(c, account, next, "missing");
  const verdict = await proveAgain(c, passwords, account, password);
  if (verdict !== "right") return confirmPage(c, account, next, verdict);
  const { storage, clock } = c.var.site;
  await storage.write(({ sessions }) => sessions.proved(account.session.id, clock()));
  await renewSession(c);
  return c.redirect(nextPath(next), 303);
}
