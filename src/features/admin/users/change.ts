import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import type { NextPage } from "../../../web/next-page.ts";
import { performOnPage } from "../acts/act.ts";
import { endUserSessions, resetUserFactors, setUserRole, setUserStatus } from "../acts/change-user.ts";
import type { Status } from "../frame.tsx";
import { knownUser } from "./user.tsx";

/** Does it, or gives the question that comes first. */
type Perform = (c: AppContext, account: Account, id: number) => Promise<unknown>;

function pageOf(id: number): NextPage {
  return `admin_user.${id}`;
}

const setStatus =
  (status: "active" | "disabled"): Perform =>
  (c, account, id) =>
    performOnPage(c, account, setUserStatus, { user_id: id, status }, pageOf(id));

/** The buttons of the page, what they do, and what it says afterwards. */
const buttons = new Map<string | undefined, { readonly perform: Perform; readonly said: Status }>([
  ["disable", { perform: setStatus("disabled"), said: "user_disabled" }],
  ["enable", { perform: setStatus("active"), said: "user_enabled" }],
  [
    "end_sessions",
    {
      perform: (c, account, id) => performOnPage(c, account, endUserSessions, { user_id: id }, pageOf(id)),
      said: "user_signed_out",
    },
  ],
  [
    "reset_factors",
    {
      perform: (c, account, id) => performOnPage(c, account, resetUserFactors, { user_id: id }, pageOf(id)),
      said: "factors_reset",
    },
  ],
]);

/** One of the buttons on a person's page. */
export async function changeUser(
  c: AppContext,
  { mailQueued }: { readonly mailQueued: () => void },
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const { id } = await knownUser(c);
  const button = form.stale ? undefined : buttons.get(form.get("act"));
  if (!button) return back(c, id, "stale");
  const question = await button.perform(c, account, id);
  if (question instanceof Response) return question;
  mailQueued();
  return back(c, id, button.said);
}

export async function changeRole(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const { id } = await knownUser(c);
  const read = setUserRole.input.safeParse({ user_id: id, role: form.get("role") });
  if (form.stale || !read.success) return back(c, id, "stale");
  const question = await performOnPage(c, account, setUserRole, read.data, pageOf(id));
  return question ?? back(c, id, "role_changed");
}

function back(c: AppContext, id: number, status: Status): Response {
  return c.redirect(`/admin/users/${id}?status=${status}`, 303);
}
