import type { Passwords } from "../../identity/password.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import { type Account, renewSession } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { nextPath } from "../../web/next-page.ts";
import { attemptPasskey } from "../../web/passkey-attempt.ts";
import { type ConfirmView, confirmOccasion, confirmPage } from "./confirm.page.tsx";
import { proveAgain } from "./prove-again.ts";

export async function showConfirm(
  c: AppContext,
  account: Account,
  next: string | undefined,
  problem?: ConfirmView["problem"],
): Promise<Response> {
  const passkeys = await c.var.site.storage.committed.passkeys.list(account.user.id);
  return confirmPage(c, account, { next, passkeys, problem });
}

/** In one unit: the proof is used up and noted at the session, whose cookie changes. False when somebody was quicker. */
async function proved(
  c: AppContext,
  { session }: Account,
  accept: (repositories: Repositories) => Promise<boolean>,
): Promise<boolean> {
  const { storage, clock } = c.var.site;
  const done = await storage.write(async (repositories) => {
    if (!(await accept(repositories))) return false;
    await repositories.sessions.proved(session.id, clock());
    return true;
  });
  if (done) await renewSession(c);
  return done;
}

async function problemOf(
  c: AppContext,
  passwords: Passwords,
  account: Account,
  form: SubmittedForm,
): Promise<ConfirmView["problem"]> {
  if (form.stale) return "stale";
  const credential = form.get("credential");
  if (credential !== undefined) {
    const occasion = confirmOccasion(account);
    const userId = account.user.id;
    const proof = await attemptPasskey(c, { credential, occasion, userId, userVerification: true });
    const right = proof && (await proved(c, account, (all) => proof.accept(all)));
    return right ? undefined : "wrongPasskey";
  }
  const password = form.get("password");
  if (password === undefined) return "missing";
  const verdict = await proveAgain(c, passwords, account, password);
  if (verdict !== "right") return verdict;
  return (await proved(c, account, async () => true)) ? undefined : "wrong";
}

/** Asks again who is there, before a dangerous act: by password, or by passkey (contract §7). */
export async function confirm(
  c: AppContext,
  passwords: Passwords,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const next = form.get("next");
  const problem = await problemOf(c, passwords, account, form);
  return problem ? showConfirm(c, account, next, problem) : c.redirect(nextPath(next), 303);
}
