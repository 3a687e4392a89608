import { apiError } from "../errors/catalogue-error.ts";
import { isAtLeast } from "../identity/role.ts";
import type { Role } from "../storage/port/users.ts";
import { NoLongerSignedIn } from "./act.ts";
import { type Account, currentAccount } from "./browser-session.ts";
import type { AppContext } from "./context.ts";
import { readForm, refuseForeign, type SubmittedForm } from "./form.tsx";
import { preferLocale } from "./locale.ts";
import { type NextPage, nextPath } from "./next-page.ts";

type Answer = Response | Promise<Response>;

/** Who may come in, and where somebody who has to sign in first comes back to. */
export interface Door {
  readonly role: Role;
  readonly page: NextPage | ((c: AppContext) => NextPage);
}

function pageOf(c: AppContext, { page }: Door): NextPage {
  return typeof page === "function" ? page(c) : page;
}

/** The current account, if its role opens the door; the redirect to sign in when there is none. Throws `admin_only`. */
async function admitted(c: AppContext, door: Door): Promise<Account | Response> {
  const account = await currentAccount(c);
  if (!account) return c.redirect(`/login?next=${pageOf(c, door)}`, c.req.method === "POST" ? 303 : 302);
  preferLocale(c, null, account.user.locale);
  if (!isAtLeast(account.user.role, door.role)) throw apiError("permission_denied", "admin_only");
  return account;
}

/** A page for people whose role opens the door. The role is looked at in each request, never remembered. */
export function guarded(door: Door, handle: (c: AppContext, account: Account) => Answer) {
  return async (c: AppContext): Promise<Response> => {
    const account = await admitted(c, door);
    return account instanceof Response ? account : handle(c, account);
  };
}

/**
 * The same for a form, which does nothing for another account than the one its page was shown for (`AccountFields`): a
 * second tab may have made another one current meanwhile.
 */
export function guardedForm(
  door: Door,
  handle: (c: AppContext, account: Account, form: SubmittedForm) => Answer,
) {
  return async (c: AppContext): Promise<Response> => {
    const form = await readForm(c);
    const account = await admitted(c, door);
    if (account instanceof Response) return account;
    return otherAccount(c, door, account, form) ?? orOut(c, door, () => handle(c, account, form));
  };
}

/** The same for a form with a file: nothing so large is read from somebody who may not come in. */
export function guardedUpload<Form extends SubmittedForm>(
  door: Door,
  read: (c: AppContext) => Promise<Form>,
  handle: (c: AppContext, account: Account, form: Form) => Answer,
) {
  return async (c: AppContext): Promise<Response> => {
    refuseForeign(c);
    const account = await admitted(c, door);
    if (account instanceof Response) return account;
    const form = await read(c);
    return otherAccount(c, door, account, form) ?? orOut(c, door, () => handle(c, account, form));
  };
}

function otherAccount(c: AppContext, door: Door, { user }: Account, form: SubmittedForm) {
  if (form.get("user") === String(user.id)) return undefined;
  return c.redirect(`${nextPath(pageOf(c, door))}?status=other_account`, 303);
}

/** Whoever lost the sign-in or the role on the way is answered as if they had come without it. */
async function orOut(c: AppContext, door: Door, handle: () => Answer): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof NoLongerSignedIn)) throw error;
    const now = await admitted(c, door);
    return now instanceof Response ? now : c.redirect(nextPath(pageOf(c, door)), 303);
  }
}
