import { CatalogueError } from "../../errors/catalogue-error.ts";
import type { Passwords } from "../../identity/password.ts";
import { passwordProblem } from "../../identity/password-rules.ts";
import { replacePassword } from "../../identity/replace-password.ts";
import { act } from "../../web/act.ts";
import { askAgain } from "../../web/ask-again.ts";
import { type Account, renewSession } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { queueNotice } from "../../web/notice.ts";
import { choosesFirst, type PasswordView, passwordPage } from "./password.page.tsx";
import { proveAgain } from "./prove-again.ts";
import { backTo } from "./with-account.ts";

export interface PasswordDependencies {
  readonly passwords: Passwords;
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

/** Somebody without a password chooses the first one, if they have just shown by a code that it is them. */
export async function showPassword(c: AppContext, account: Account): Promise<Response> {
  const question = choosesFirst(c, account.user) ? askAgain(c, account, "password") : undefined;
  return question ?? passwordPage(c, account);
}

/** What is wrong before anything is computed. */
function missingParts(current: string | undefined, next: string | undefined): PasswordView | undefined {
  const problem = next === undefined ? "missing" : passwordProblem(next);
  if (current === undefined || problem !== undefined)
    return { current: current === undefined ? "missing" : undefined, next: problem };
  return current === next ? { next: "same" } : undefined;
}

/** False when another change was quicker: what proved the person before proves nothing any more. */
async function replace(c: AppContext, account: Account, hash: string): Promise<boolean> {
  const { user, session } = account;
  const now = c.var.site.clock();
  return act(c, account, async (repositories, stored) => {
    if (stored.passwordHash !== user.passwordHash) return false;
    await replacePassword(repositories, user.id, hash, now, session.id);
    await repositories.sessions.proved(session.id, now);
    await queueNotice(repositories, c, stored, "password_changed");
    return true;
  });
}

export async function changePassword(
  c: AppContext,
  deps: PasswordDependencies,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const current = form.get("current_password");
  const next = form.get("password");
  if (form.stale) return passwordPage(c, account, { stale: true });
  if (choosesFirst(c, account.user)) return choosePassword(c, deps, account, next);
  const problems = missingParts(current, next);
  if (problems || current === undefined || next === undefined)
    return passwordPage(c, account, problems ?? {});
  const verdict = await proveAgain(c, deps.passwords, account, current);
  if (verdict instanceof CatalogueError) return passwordPage(c, account, { error: verdict });
  if (verdict === "wrong") return passwordPage(c, account, { current: "wrong" });
  return finish(c, deps, account, next);
}

async function choosePassword(
  c: AppContext,
  deps: PasswordDependencies,
  account: Account,
  next: string | undefined,
): Promise<Response> {
  const question = askAgain(c, account, "password");
  if (question) return question;
  const problem = next === undefined ? "missing" : passwordProblem(next);
  if (next === undefined || problem) return passwordPage(c, account, { next: problem });
  return finish(c, deps, account, next);
}

async function finish(
  c: AppContext,
  deps: PasswordDependencies,
  account: Account,
  next: string,
): Promise<Response> {
  const replaced = await replace(c, account, await deps.passwords.hash(next));
  if (!replaced) return passwordPage(c, account, { current: "wrong" });
  deps.mailQueued();
  c.var.site.whatsapp?.queued();
  await renewSession(c);
  return backTo(c, "password", "password_changed");
}
