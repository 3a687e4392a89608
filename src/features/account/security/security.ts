import type { FactorKind } from "../../../storage/port/factors.ts";
import { act } from "../../../web/act.ts";
import { askAgain } from "../../../web/ask-again.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { backTo } from "../with-account.ts";
import { changeProtection, renewCodes, switchOff, switchOn } from "./protection.ts";
import { recoveryCodesPage } from "./recovery-codes.page.tsx";
import { securityPage } from "./security.page.tsx";

const removed = { app: "app_removed", email: "email_removed", passkey: "passkey_step_removed" } as const;

function isKind(text: string | undefined): text is FactorKind {
  return text !== undefined && Object.hasOwn(removed, text);
}

export async function showSecurity(c: AppContext, account: Account): Promise<Response> {
  const { storage, clock } = c.var.site;
  const { factors, passkeys, trustedDevices } = storage.committed;
  const { id } = account.user;
  const protection = {
    factors: await factors.list(id),
    passkeys: await passkeys.list(id),
    recoveryCodes: (await factors.recoveryCodes(id)).length,
    trusted: await trustedDevices.count(id, clock()),
  };
  return securityPage({ c, account, protection });
}

/** An app is switched on by its own page, which proves that the person has its secret. */
async function turnOn(c: AppContext, account: Account, kind: FactorKind): Promise<Response> {
  const done = kind === "app" ? undefined : await switchOn(c, account, { kind, sealed: null });
  if (!done) return backTo(c, "security", "stale");
  return done.codes ? recoveryCodesPage(c, account, done.codes) : backTo(c, "security", "factor_on");
}

async function turnOff(c: AppContext, account: Account, kind: FactorKind): Promise<Response> {
  const { id } = account.user;
  await changeProtection(
    c,
    account,
    removed[kind],
    async (all) => (await switchOff(all, id, kind)) || undefined,
  );
  return backTo(c, "security", "factor_off");
}

async function renew(c: AppContext, account: Account): Promise<Response> {
  const codes = await renewCodes(c, account);
  return codes ? recoveryCodesPage(c, account, codes) : backTo(c, "security", "stale");
}

async function forgetBrowsers(c: AppContext, account: Account): Promise<Response> {
  await act(c, account, ({ trustedDevices }, { id }) => trustedDevices.forgetAll(id));
  return backTo(c, "security", "browsers_forgotten");
}

/** Everything here changes who can get in: only with a fresh proof (contract §7). */
export async function changeSecurity(
  c: AppContext,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  if (form.stale) return backTo(c, "security", "stale");
  const asked = askAgain(c, account, "security");
  if (asked) return asked;
  const on = form.get("turn_on");
  const off = form.get("turn_off");
  if (isKind(on)) return turnOn(c, account, on);
  if (isKind(off)) return turnOff(c, account, off);
  if (form.get("recovery_codes") === "renew") return renew(c, account);
  if (form.get("trusted_browsers") === "forget") return forgetBrowsers(c, account);
  return backTo(c, "security", "stale");
}
