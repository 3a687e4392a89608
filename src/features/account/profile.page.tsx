import { localeNames, locales } from "../../i18n/locale.ts";
import { messages } from "../../i18n/messages.ts";
import { genders, type ProfileField, type ProfileProblem, profileLimits } from "../../identity/profile.ts";
import type { User } from "../../storage/port/users.ts";
import { Field, Notice, Select, TextArea } from "../../ui/form.tsx";
import { ltr } from "../../ui/ltr.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { profileProblemText } from "../../web/profile-problem.ts";
import { accountPage } from "./frame.tsx";

/** What the form shows: as stored, or as it came. */
export type ProfileValues = { readonly [F in ProfileField]: string };

export interface ProfileView {
  readonly values: ProfileValues;
  readonly problems?: { readonly [F in ProfileField]?: ProfileProblem };
  readonly stale?: boolean;
  /** The other accounts of this browser. */
  readonly others: readonly Account[];
}

export function storedValues(user: User): ProfileValues {
  return {
    name: user.name,
    gender: user.gender ?? "",
    bio: user.bio ?? "",
    place_of_birth: user.placeOfBirth ?? "",
    date_of_birth: user.dateOfBirth ?? "",
    address: user.address ?? "",
  };
}

export function profilePage(c: AppContext, account: Account, view: ProfileView) {
  const t = messages(c.var.locale).account;
  const corrects = view.problems !== undefined || view.stale === true;
  return accountPage(
    c,
    account,
    { tab: "account", title: t.profile.title, status: corrects ? problemStatus : 200 },
    <>
      <section class="card">
        <h1>{t.profile.title}</h1>
        {view.stale && <Notice kind="warning">{t.stale}</Notice>}
        <Contacts c={c} user={account.user} />
        <p>
          <a href="/account/contacts">{t.contacts.change}</a> ·{" "}
          <a href="/account/picture">{t.picture.change}</a>
        </p>
        <form method="post" action="/account">
          <AccountFields c={c} account={account} />
          <ProfileFields c={c} view={view} />
          <button type="submit">{t.profile.submit}</button>
        </form>
      </section>
      <Language c={c} account={account} />
      <OtherAccounts c={c} account={account} others={view.others} />
      <section class="card">
        <h2>{t.data.title}</h2>
        <ul class="plain">
          <li>
            <a href="/account/data">{t.data.download}</a>
          </li>
          <li>
            <a href="/account/delete">{t.deletion.title}</a>
          </li>
        </ul>
      </section>
    </>,
  );
}

function Contacts({ c, user }: { readonly c: AppContext; readonly user: User }) {
  const { account, profile } = messages(c.var.locale);
  const facts = [
    [profile.email, user.email],
    [profile.phone_number, user.phoneNumber],
    [profile.username, user.username],
    [account.profile.number, String(user.id)],
  ] as const;
  return (
    <dl class="facts row">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{ltr(value) ?? <span class="muted">{account.profile.notSet}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function ProfileFields({ c, view }: { readonly c: AppContext; readonly view: ProfileView }) {
  const t = messages(c.var.locale).profile;
  const field = (name: ProfileField) => {
    const problem = view.problems?.[name];
    return {
      name,
      label: t[name],
      value: view.values[name],
      problem: problem && profileProblemText(c.var.locale, problem),
    };
  };
  return (
    <>
      <Field {...field("name")} autocomplete="name" required maxlength={profileLimits.name} />
      <Select
        {...field("gender")}
        options={[["", t.genders.none], ...genders.map((gender) => [gender, t.genders[gender]] as const)]}
      />
      <TextArea {...field("bio")} maxlength={profileLimits.bio} />
      <Field {...field("place_of_birth")} maxlength={profileLimits.place_of_birth} />
      <Field {...field("date_of_birth")} type="date" autocomplete="bday" />
      <TextArea {...field("address")} maxlength={profileLimits.address} />
    </>
  );
}

function Language({ c, account }: { readonly c: AppContext; readonly account: Account }) {
  const t = messages(c.var.locale).account.profile;
  return (
    <section class="card">
      <form method="post" action="/account/language">
        <AccountFields c={c} account={account} />
        <Select
          name="locale"
          label={t.language}
          value={account.user.locale ?? c.var.locale}
          options={locales.map((locale) => [locale, localeNames[locale]] as const)}
        />
        <button type="submit" class="quiet">
          {t.languageSubmit}
        </button>
      </form>
    </section>
  );
}

function OtherAccounts(props: {
  readonly c: AppContext;
  readonly account: Account;
  readonly others: readonly Account[];
}) {
  const t = messages(props.c.var.locale).account.profile;
  return (
    <section class="card">
      {props.others.length > 0 && (
        <form method="post" action="/account/switch">
          <h2>{t.others}</h2>
          <AccountFields c={props.c} account={props.account} />
          {props.others.map(({ user }) => (
            <button type="submit" name="account" value={String(user.id)} class="quiet account-choice">
              {t.switchTo(user.name)}
            </button>
          ))}
        </form>
      )}
      <p>
        <a href="/login?account=new">{t.another}</a>
      </p>
    </section>
  );
}
