import { askAgain } from "../../../web/ask-again.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { type Desk, performOnPage } from "../acts/act.ts";
import { endUserSessions, resetUserFactors, setUserRole, setUserStatus } from "../acts/change-user.ts";
import type { Status } from "../frame.tsx";
import { knownUser } from "./user.tsx";

type Run = (desk: Desk, userId: number) => Promise<void>;

/** The buttons of the page, what they do, and what it says afterwards. */
const buttons: ReadonlyMap<string | undefined, { readonly run: Run; readonly said: Status }> = new Map([
  [
    "disable",
    {
      run: (desk, id) => setUserStatus.run(desk, { user_id: id, status: "disabled" }),
      said: "user_disabled",
    },
  ],
  [
    "enable",
    { run: (desk, id) => setUserStatus.run(desk, { user_id: id, status: "active" }), said: "user_enabled" },
  ],
  [
    "end_sessions",
    { run: (desk, id) => endUserSessions.run(desk, { user_id: id }), said: "user_signed_out" },
  ],
  [
    "reset_factors",
    { run: (desk, id) => resetUserFactors.run(desk, { user_id: id }), said: "factors_reset" },
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
  const question = askAgain(c, account, `admin_user.${id}`);
  if (question) return question;
  await performOnPage(c, account, { role: "admin", run: (desk) => button.run(desk, id) }, {});
  mailQueued();
  return back(c, id, button.said);
}

export async function changeRole(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const { id } = await knownUser(c);
  const read = setUserRole.input.safeParse({ user_id: id, role: form.get("role") });
  if (form.stale || !read.success) return back(c, id, "stale");
  const question = askAgain(c, account, `admin_user.${id}`);
  if (question) return question;
  await performOnPage(c, account, setUserRole, read.data);
  return back(c, id, "role_changed");
}

function back(c: AppContext, id: number, status: Status): Response {
  return c.redirect(`/admin/users/${id}?status=${status}`, 303);
}
