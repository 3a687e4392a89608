import { CatalogueError } from "../../errors/catalogue-error.ts";
import type { Passwords } from "../../identity/password.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import { act } from "../../web/act.ts";
import { type Account, renewSession } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { attemptFactor } from "../../web/factor-attempt.ts";
import { type CodeChannel, channelsOf, sendFactorCode } from "../../web/factor-code.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { nextPath } from "../../web/next-page.ts";
import { withQuery } from "../../web/onward.ts";
import { attemptPasskey } from "../../web/passkey-attempt.ts";
import { passwordIsSpent } from "../../web/password-attempt.ts";
import { type ConfirmView, confirmOccasion, confirmPage } from "./confirm.page.tsx";
import { proveAgain } from "./prove-again.ts";

export interface ConfirmDependencies {
  readonly passwords: Passwords;
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

type Problem = ConfirmView["problem"];
type Accept = (repositories: Repositories) => Promise<boolean>;

export async function showConfirm(
  c: AppContext,
  account: Account,
  next: string | undefined,
  problem?: Problem,
): Promise<Response> {
  const passkeys = await c.var.site.storage.committed.passkeys.list(account.user.id);
  const channels = await codeChannels(c, account);
  return confirmPage(c, account, { next, passkeys, channels, sent: c.req.query("sent"), problem });
}

/** Codes are for who has no password, or whose password was guessed at too often here: it is worth no less than a reset. */
async function codeChannels(c: AppContext, { user }: Account): Promise<readonly CodeChannel[] | undefined> {
  const asked = user.passwordHash === null || (await passwordIsSpent(c, user));
  const channels = asked ? channelsOf(c, user) : [];
  return channels.length > 0 || user.passwordHash === null ? channels : undefined;
}

/** In one unit: the proof is used up and noted at the session, whose cookie changes. False when somebody was quicker. */
async function proved(c: AppContext, account: Account, accept: Accept): Promise<boolean> {
  const { clock } = c.var.site;
  const done = await act(c, account, async (repositories) => {
    if (!(await accept(repositories))) return false;
    await repositories.sessions.proved(account.session.id, clock());
    return true;
  });
  if (done) await renewSession(c);
  return done;
}

async function byPasskey(c: AppContext, account: Account, credential: string): Promise<Accept | Problem> {
  const occasion = confirmOccasion(account);
  const userId = account.user.id;
  const proof = await attemptPasskey(c, { credential, occasion, userId, userVerification: true });
  return proof ? (all) => proof.accept(all) : "wrongPasskey";
}

/** A code that was sent, or that the person's app shows. */
async function byCode(c: AppContext, account: Account, code: string): Promise<Accept | Problem> {
  const sent = { id: c.req.query("sent"), occasion: confirmOccasion(account) };
  const right = await attemptFactor(c, { user: account.user, code, sent });
  if (right === "wrong") return "wrongCode";
  return right instanceof CatalogueError ? right : (all) => right.accept(all);
}

async function byPassword(
  c: AppContext,
  passwords: Passwords,
  account: Account,
  password: string | undefined,
): Promise<Accept | Problem> {
  if (password === undefined) return "missing";
  const verdict = await proveAgain(c, passwords, account, password);
  return verdict === "right" ? async () => true : verdict;
}

/** What the form proves, or what is wrong with it. */
async function read(c: AppContext, passwords: Passwords, account: Account, form: SubmittedForm) {
  const credential = form.get("credential");
  if (credential !== undefined) return byPasskey(c, account, credential);
  const code = form.get("code");
  if (code !== undefined && (await codeChannels(c, account))) return byCode(c, account, code);
  return byPassword(c, passwords, account, form.get("password"));
}

async function send(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const next = form.get("next");
  const channel = (await codeChannels(c, account))?.find((one) => one === form.get("send"));
  if (channel === undefined) return showConfirm(c, account, next);
  const sent = await sendFactorCode(c, account.user, confirmOccasion(account), channel);
  if (sent instanceof CatalogueError) return showConfirm(c, account, next, sent);
  return c.redirect(withQuery("/account/confirm", { next, sent: sent.id }), 303);
}

/** Asks again who is there, before a dangerous act: by password, else by passkey or one-time code (contract §7). */
export async function confirm(
  c: AppContext,
  deps: ConfirmDependencies,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const next = form.get("next");
  if (form.stale) return showConfirm(c, account, next, "stale");
  if (form.get("send") !== undefined) {
    const answer = await send(c, account, form);
    deps.mailQueued();
    return answer;
  }
  const proof = await read(c, deps.passwords, account, form);
  if (typeof proof !== "function") return showConfirm(c, account, next, proof);
  const done = await proved(c, account, proof);
  return done ? c.redirect(nextPath(next), 303) : showConfirm(c, account, next, "wrongCode");
}
