import { CatalogueError } from "../../../errors/catalogue-error.ts";
import { errorHeaders } from "../../../errors/headers.ts";
import { messages } from "../../../i18n/messages.ts";
import { readableNumber } from "../../../identity/contact.ts";
import { Field } from "../../../ui/form.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { ErrorNotice } from "../../../web/error-details.tsx";
import { problemStatus } from "../../../web/problem-status.ts";
import { accountPage } from "../frame.tsx";

export type ContactField = "email" | "phone_number";

export interface ContactsView {
  readonly field?: ContactField;
  readonly typed?: string | undefined;
  readonly problem?: "malformed" | "same" | "taken" | CatalogueError;
}

interface PartProps {
  readonly c: AppContext;
  readonly account: Account;
  readonly view: ContactsView;
}

/** The address and the number of an account, each with a form for another one. */
export function contactsPage(c: AppContext, account: Account, view: ContactsView = {}) {
  const t = messages(c.var.locale).account.contacts;
  const error = view.problem instanceof CatalogueError ? view.problem : undefined;
  return accountPage(
    c,
    account,
    {
      tab: "account",
      title: t.title,
      status: error?.status ?? (view.problem ? problemStatus : 200),
      headers: error ? errorHeaders(error) : {},
    },
    <>
      <section class="card">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {error && <ErrorNotice c={c} error={error} />}
        <EmailForm c={c} account={account} view={view} />
      </section>
      {c.var.site.whatsapp && (
        <section class="card">
          <NumberForm c={c} account={account} view={view} />
        </section>
      )}
    </>,
  );
}

function problemText(c: AppContext, { field, problem }: ContactsView, of: ContactField, malformed: string) {
  if (field !== of || problem === undefined || problem instanceof CatalogueError) return undefined;
  return problem === "malformed" ? malformed : messages(c.var.locale).account.contacts[problem];
}

function EmailForm({ c, account, view }: PartProps) {
  const { account: texts, register } = messages(c.var.locale);
  const t = texts.contacts;
  const { email } = account.user;
  return (
    <form method="post" action="/account/contacts">
      <p>{email === null ? t.noEmail : t.email(email)}</p>
      <AccountFields c={c} account={account} />
      <Field
        name="email"
        label={t.newEmail}
        value={view.field === "email" ? view.typed : undefined}
        type="email"
        autocomplete="email"
        required
        help={t.emailHelp}
        problem={problemText(c, view, "email", register.emailProblem)}
      />
      <button type="submit">{t.submit}</button>
    </form>
  );
}

function NumberForm({ c, account, view }: PartProps) {
  const { account: texts, whatsapp } = messages(c.var.locale);
  const t = texts.contacts;
  const { phoneNumber } = account.user;
  return (
    <form method="post" action="/account/contacts">
      <p>{phoneNumber === null ? t.noNumber : t.number(readableNumber(phoneNumber))}</p>
      <AccountFields c={c} account={account} />
      <Field
        name="phone_number"
        label={t.newNumber}
        value={view.field === "phone_number" ? view.typed : undefined}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        maxlength={40}
        required
        help={whatsapp.numberHelp}
        problem={problemText(c, view, "phone_number", whatsapp.numberProblem)}
      />
      <button type="submit">{t.submit}</button>
    </form>
  );
}
