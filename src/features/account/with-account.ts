import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { type Door, guarded, guardedForm, guardedUpload } from "../../web/guard.ts";
import { type NextPage, nextPath } from "../../web/next-page.ts";
import type { SubmittedUpload } from "../../web/upload.ts";
import type { Status } from "./status.ts";

function doorTo(page: NextPage): Door {
  return { role: "user", page };
}

/** A page of whoever is signed in; everybody else signs in first and comes back to `page`. */
export function withAccount(page: NextPage, handle: Parameters<typeof guarded>[1]) {
  return guarded(doorTo(page), handle);
}

/** The same for a form. */
export function withAccountForm(page: NextPage, handle: Parameters<typeof guardedForm>[1]) {
  return guardedForm(doorTo(page), handle);
}

/** The same for a form with a file. */
export function withAccountUpload(
  page: NextPage,
  read: (c: AppContext) => Promise<SubmittedUpload>,
  handle: (c: AppContext, account: Account, form: SubmittedUpload) => Promise<Response>,
) {
  return guardedUpload(doorTo(page), read, handle);
}

/** After a form: the page anew, with one sentence about what happened. */
export function backTo(c: AppContext, page: NextPage, status: Status): Response {
  return c.redirect(`${nextPath(page)}?status=${status}`, 303);
}
