import { type Account, currentAccount } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { readForm, type SubmittedForm } from "../../web/form.tsx";
import { preferLocale } from "../../web/locale.ts";
import { type NextPage, nextPath } from "../../web/next-page.ts";
import type { Status } from "./status.ts";

type Answer = Response | Promise<Response>;

async function accountOf(c: AppContext): Promise<Account | undefined> {
  const account = await currentAccount(c);
  if (account) preferLocale(c, null, account.user.locale);
  return account;
}

/** A page of whoever is signed in; everybody else signs in first and comes back to `page`. */
export function withAccount(page: NextPage, handle: (c: AppContext, account: Account) => Answer) {
  return async (c: AppContext): Promise<Response> => {
    const account = await accountOf(c);
    return account ? handle(c, account) : c.redirect(`/login?next=${page}`, 302);
  };
}

/**
 * The same for a form, which does nothing for another account than the one its page was shown for: a second tab may have
 * made another one current meanwhile.
 */
export function withAccountForm(
  page: NextPage,
  handle: (c: AppContext, account: Account, form: SubmittedForm) => Answer,
) {
  return async (c: AppContext): Promise<Response> => {
    const form = await readForm(c);
    const account = await accountOf(c);
    if (!account) return c.redirect(`/login?next=${page}`, 303);
    if (form.get("user") !== String(account.user.id)) return backTo(c, page, "other_account");
    return handle(c, account, form);
  };
}

/** After a form: the page anew, with one sentence about what happened. */
export function backTo(c: AppContext, page: NextPage, status: Status): Response {
  return c.redirect(`${nextPath(page)}?status=${status}`, 303);
}
