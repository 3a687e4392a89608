import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import { readCode } from "../identity/one-time-code.ts";
import { readRecoveryCode } from "../identity/recovery-code.ts";
import { matchingStep } from "../identity/totp.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { findFactorCode, isFactorCode } from "./factor-code.ts";
import { openSecret } from "./factor-secret.ts";
import { queueNotice } from "./notice.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";

/** What somebody typed whose first proof was right. */
export interface FactorAttempt {
  readonly user: User;
  readonly code: string;
  /** The mailed code that may be meant: its id, and what it was sent for. */
  readonly sent?: { readonly id: string | undefined; readonly occasion: string };
}

/** A right code. `accept` uses it up in the unit of what it is needed for; false when somebody else was quicker. */
export interface RightCode {
  readonly kind: "app" | "email" | "recovery";
  accept(repositories: Repositories): Promise<boolean>;
}

const limit = "second_factor_by_account";

/**
 * Checks a code of an authenticator app, a mailed one or a recovery code. Guesses count for the account over every path,
 * before they are looked at; what is no code at all is no guess. Only who gave the right first proof gets here, so nobody
 * can use up the attempts of somebody else.
 */
export async function attemptFactor(
  c: AppContext,
  attempt: FactorAttempt,
): Promise<RightCode | "wrong" | CatalogueError> {
  const read = { digits: readCode(attempt.code), recovery: readRecoveryCode(attempt.code) };
  if (read.digits === undefined && read.recovery === undefined) return "wrong";
  const { limiter, clock } = c.var.site;
  const key = String(attempt.user.id);
  const state = await limiter.hit(limit, key);
  if (state && !state.allowed) {
    const headers = rateLimitHeaders(state, clock());
    return apiError("rate_limit_exceeded", "too_many_codes", {}, { retryAfter: state.retryAfter, headers });
  }
  const right = await match(c, attempt, read);
  if (right) await limiter.giveBack(limit, key);
  else if (state?.remaining === 0) await tellExhausted(c, attempt.user);
  return right ?? "wrong";
}

/** Once a day at most: with the last attempt. */
async function tellExhausted(c: AppContext, user: User): Promise<void> {
  await c.var.site.storage.write((repositories) => queueNotice(repositories, c, user, "codes_exhausted"));
}

interface Read {
  readonly digits: string | undefined;
  readonly recovery: string | undefined;
}

async function match(
  c: AppContext,
  attempt: FactorAttempt,
  { digits, recovery }: Read,
): Promise<RightCode | undefined> {
  if (recovery !== undefined) return matchRecovery(c, attempt.user, recovery);
  if (digits === undefined) return undefined;
  return (await matchMailed(c, attempt, digits)) ?? matchApp(c, attempt.user, digits);
}

async function matchMailed(
  c: AppContext,
  { user, sent }: FactorAttempt,
  digits: string,
): Promise<RightCode | undefined> {
  const challenge = sent && (await findFactorCode(c, sent.id, user.id, sent.occasion));
  if (!(challenge && (await isFactorCode(c, challenge, digits)))) return undefined;
  const { clock } = c.var.site;
  return { kind: "email", accept: ({ challenges }) => challenges.use(challenge.id, clock()) };
}

async function matchApp(c: AppContext, { id }: User, digits: string): Promise<RightCode | undefined> {
  const { storage, clock } = c.var.site;
  const factors = await storage.committed.factors.list(id);
  const sealed = factors.find(({ kind }) => kind === "app")?.sealed;
  const secret = openSecret(c.var.site, sealed, String(id));
  const step = secret && matchingStep(secret, digits, clock());
  return step === undefined ? undefined : { kind: "app", accept: (all) => acceptStep(all, id, sealed, step) };
}

/** A code of an app that was exchanged or switched off meanwhile is worth nothing. */
async function acceptStep(
  { factors }: Repositories,
  id: number,
  sealed: string | null | undefined,
  step: number,
): Promise<boolean> {
  const app = (await factors.list(id)).find(({ kind }) => kind === "app");
  return app?.sealed === sealed && factors.acceptStep(id, step);
}

async function matchRecovery(c: AppContext, { id }: User, code: string): Promise<RightCode | undefined> {
  const { storage, keys } = c.var.site;
  const hashes = await storage.committed.factors.recoveryCodes(id);
  const matches = hashes.filter((hash) => keys.verify("recovery-code", `${id} ${code}`, hash));
  const [hash] = matches;
  return hash === undefined
    ? undefined
    : { kind: "recovery", accept: ({ factors }) => factors.useRecoveryCode(id, hash) };
}
