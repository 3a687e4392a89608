import { recoveryCodes } from "../../../identity/recovery-code.ts";
import type { Factor, FactorKind } from "../../../storage/port/factors.ts";
import type { Repositories } from "../../../storage/port/storage.ts";
import type { User } from "../../../storage/port/users.ts";
import { act } from "../../../web/act.ts";
import { type Account, renewSession } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { type Notice, queueNotice } from "../../../web/notice.ts";

const added = { app: "app_added", email: "email_added", passkey: "passkey_step_added" } as const;

/** New recovery codes in the place of all earlier ones; only their hashes are kept. */
async function replaceCodes(c: AppContext, all: Repositories, userId: number): Promise<readonly string[]> {
  const { keys, entropy } = c.var.site;
  const codes = recoveryCodes(entropy);
  const hashes = codes.map((code) => keys.sign("recovery-code", `${userId} ${code}`));
  await all.factors.replaceRecoveryCodes(userId, hashes);
  return codes;
}

/** Changes how an account is protected: the unit, a notice, and a new session cookie. */
export async function changeProtection<Result>(
  c: AppContext,
  account: Account,
  notice: Notice,
  unit: (repositories: Repositories, user: User) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const result = await act(c, account, async (repositories, user) => {
    const done = await unit(repositories, user);
    if (done !== undefined) await queueNotice(repositories, c, user, notice);
    return done;
  });
  if (result !== undefined) await renewSession(c);
  return result;
}

/** A factor that could not be given would lock its person out. */
async function canBeGiven({ passkeys }: Repositories, user: User, kind: FactorKind): Promise<boolean> {
  if (kind === "email") return user.email !== null && user.emailVerifiedAt !== null;
  return kind === "app" || (await passkeys.list(user.id)).length > 0;
}

/** Switches a second factor on; undefined when its person could not give it. The first one brings recovery codes, which are shown to the person this once. */
export async function switchOn(
  c: AppContext,
  account: Account,
  factor: Omit<Factor, "createdAt">,
  lastStep?: number,
): Promise<{ readonly codes: readonly string[] | undefined } | undefined> {
  const createdAt = c.var.site.clock();
  return changeProtection(c, account, added[factor.kind], async (all, user) => {
    if (!(await canBeGiven(all, user, factor.kind))) return undefined;
    const first = (await all.factors.recoveryCodes(user.id)).length === 0;
    await all.factors.put(user.id, { ...factor, createdAt }, lastStep);
    return { codes: first ? await replaceCodes(c, all, user.id) : undefined };
  });
}

export function renewCodes(c: AppContext, account: Account): Promise<readonly string[] | undefined> {
  const { id } = account.user;
  return changeProtection(c, account, "recovery_codes_renewed", async (all) =>
    (await all.factors.list(id)).length > 0 ? replaceCodes(c, all, id) : undefined,
  );
}

/** False when it was off. With the last factor the trust in browsers goes: there is nothing left that they need not give. */
export async function switchOff(
  { factors, trustedDevices }: Repositories,
  userId: number,
  kind: FactorKind,
): Promise<boolean> {
  const removed = await factors.remove(userId, kind);
  if (removed && (await factors.list(userId)).length === 0) await trustedDevices.forgetAll(userId);
  return removed;
}
