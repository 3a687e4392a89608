import { CatalogueError } from "../../errors/catalogue-error.ts";
import { matchLocale } from "../../i18n/locale.ts";
import { messages } from "../../i18n/messages.ts";
import { greetingName } from "../../identity/greeting-name.ts";
import type { Passwords } from "../../identity/password.ts";
import { passwordProblem } from "../../identity/password-rules.ts";
import { type Account, renewSession } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { type Mail, queueMail } from "../../web/mail.ts";
import { type PasswordView, passwordPage } from "./password.page.tsx";
import { proveAgain } from "./prove-again.ts";
import { backTo } from "./with-account.ts";

export interface PasswordDependencies {
  readonly passwords: Passwords;
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

/** What is wrong before anything is computed. */
function missingParts(current: string | undefined, next: string | undefined): PasswordView | undefined {
  const problem = next === undefined ? "missing" : passwordProblem(next);
  if (current === undefined || problem !== undefined)
    return { current: current === undefined ? "missing" : undefined, next: problem };
  return current === next ? { next: "same" } : undefined;
}

function notice(c: AppContext, { user }: Account): Mail | undefined {
  if (user.email === null) return undefined;
  const { issuer, name: service } = c.var.site;
  const t = messages(matchLocale(user.locale ?? "") ?? c.var.locale).mail.passwordChanged;
  const text = t.text({ name: greetingName(user.name), service, link: `${issuer}/forgot` });
  return { to: user.email, subject: t.subject, text };
}

/** In one write: the new password, the end of every other sign-in and of every token (contract §7). */
async function replacePassword(c: AppContext, account: Account, hash: string): Promise<boolean> {
  const { site } = c.var;
  const { user, session } = account;
  const now = site.clock();
  const mail = notice(c, account);
  return site.storage.write(async (repositories) => {
    const { users, sessions, authorizations, challenges } = repositories;
    const stored = await users.find(user.id);
    // Another change was quicker: what proved the person before proves nothing any more.
    if (stored?.passwordHash !== user.passwordHash) return false;
    await users.setPassword(user.id, hash, now);
    await sessions.endAll(user.id, session.id);
    await sessions.proved(session.id, now);
    await authorizations.revokeAll(user.id, "password_changed", now);
    await challenges.discard(user.id, "reset_password", now);
    if (mail) await queueMail(repositories, site, mail);
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
  const problems = missingParts(current, next);
  if (problems || current === undefined || next === undefined)
    return passwordPage(c, account, problems ?? {});
  const verdict = await proveAgain(c, deps.passwords, account, current);
  if (verdict instanceof CatalogueError) return passwordPage(c, account, { error: verdict });
  if (verdict === "wrong") return passwordPage(c, account, { current: "wrong" });
  const replaced = await replacePassword(c, account, await deps.passwords.hash(next));
  if (!replaced) return passwordPage(c, account, { current: "wrong" });
  deps.mailQueued();
  await renewSession(c);
  return backTo(c, "password", "password_changed");
}
