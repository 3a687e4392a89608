import { matchLocale } from "../../i18n/locale.ts";
import { profileFields, readProfileChange } from "../../identity/profile.ts";
import { act } from "../../web/act.ts";
import { type Account, makeCurrent, signedInAccounts } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { keepLocale } from "../../web/locale.ts";
import { type ProfileValues, profilePage, storedValues } from "./profile.page.tsx";
import { backTo } from "./with-account.ts";

async function othersThan(c: AppContext, { session }: Account): Promise<readonly Account[]> {
  return (await signedInAccounts(c)).filter((account) => account.session.id !== session.id);
}

export async function showProfile(c: AppContext, account: Account): Promise<Response> {
  return profilePage(c, account, {
    values: storedValues(account.user),
    others: await othersThan(c, account),
  });
}

/** Stores the fields that came; emptied ones are cleared. */
export async function saveProfile(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const came = profileFields.filter((field) => form.has(field));
  const typed = Object.fromEntries(came.map((field) => [field, form.get(field) ?? ""]));
  const values: ProfileValues = { ...storedValues(account.user), ...typed };
  const others = await othersThan(c, account);
  if (form.stale) return profilePage(c, account, { values, others, stale: true });
  const { site } = c.var;
  const wanted = Object.fromEntries(
    Object.entries(typed).map(([field, text]) => [field, field === "name" ? text : text || null]),
  );
  const read = readProfileChange(wanted, new Date(site.clock()).toISOString().slice(0, 10));
  if ("problems" in read) return profilePage(c, account, { values, others, problems: read.problems });
  await act(c, account, ({ users }, { id }) => users.updateProfile(id, read.change));
  return backTo(c, "account", "saved");
}

export async function saveLanguage(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const locale = matchLocale(form.get("locale") ?? "");
  if (form.stale || !locale) return backTo(c, "account", "stale");
  await act(c, account, ({ users }, { id }) => users.setLocale(id, locale));
  keepLocale(c, locale);
  return backTo(c, "account", "language_saved");
}

/** Makes another account of this browser the current one. */
export async function switchAccount(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const others = await othersThan(c, account);
  const wanted = others.find(({ user }) => String(user.id) === form.get("account"));
  if (form.stale || !wanted) return backTo(c, "account", "stale");
  await makeCurrent(c, wanted.session.id);
  return c.redirect("/account", 303);
}
