import { messages } from "../../../i18n/messages.ts";
import type { Factor, FactorKind } from "../../../storage/port/factors.ts";
import type { Passkey } from "../../../storage/port/passkeys.ts";
import { AccountFields } from "../../../web/account-fields.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { accountPage } from "../frame.tsx";
import { PasskeyList } from "./passkey-list.tsx";

/** How an account is protected. */
export interface Protection {
  readonly factors: readonly Factor[];
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodes: number;
  readonly trusted: number;
}

export interface SecurityProps {
  readonly c: AppContext;
  readonly account: Account;
  readonly protection: Protection;
}

export function securityPage(props: SecurityProps) {
  const { c, account, protection } = props;
  const t = messages(c.var.locale).security;
  return accountPage(
    c,
    account,
    { tab: "security", title: t.title },
    <>
      <section class="card">
        <h1>{t.steps.title}</h1>
        <p>{t.steps.lead}</p>
        <SecurityForm {...props}>
          <Step {...props} kind="app" />
          <Step {...props} kind="email" />
          <Step {...props} kind="passkey" />
        </SecurityForm>
      </section>
      {protection.factors.length > 0 && <Fallbacks {...props} />}
      <PasskeyList c={c} account={account} passkeys={protection.passkeys} />
    </>,
  );
}

function SecurityForm({ c, account, children }: SecurityProps & { readonly children?: unknown }) {
  return (
    <form method="post" action="/account/security">
      <AccountFields c={c} account={account} />
      {children}
    </form>
  );
}

/** What has to be there before a factor can be switched on, as a sentence; undefined when it is. */
function hindrance({ c, account, protection }: SecurityProps, kind: FactorKind): string | undefined {
  const t = messages(c.var.locale).security.steps;
  const { email, emailVerifiedAt } = account.user;
  if (kind === "email" && (email === null || emailVerifiedAt === null)) return t.email.needsAddress;
  return kind === "passkey" && protection.passkeys.length === 0 ? t.passkey.needsPasskey : undefined;
}

function Step(props: SecurityProps & { readonly kind: FactorKind }) {
  const { c, account, protection, kind } = props;
  const t = messages(c.var.locale).security.steps;
  const on = protection.factors.some((factor) => factor.kind === kind);
  const missing = on ? undefined : hindrance(props, kind);
  const about = kind === "email" ? t.email.about(account.user.email ?? "") : t[kind].about;
  return (
    <div class="step">
      <h2>
        {t[kind].name} <span class={on ? "tag good" : "tag"}>{on ? t.on : t.off}</span>
      </h2>
      <p>{missing ?? about}</p>
      {!missing && (
        <div class="actions">
          {kind === "app" && (
            <a class="button quiet" href="/account/security/app">
              {on ? t.app.replace : t.app.turnOn}
            </a>
          )}
          {on ? (
            <button type="submit" name="turn_off" value={kind} class="danger">
              {t[kind].turnOff}
            </button>
          ) : (
            kind !== "app" && (
              <button type="submit" name="turn_on" value={kind} class="quiet">
                {t[kind].turnOn}
              </button>
            )
          )}
        </div>
      )}
    </div>
  );
}

/** What stands in for the second factor: codes on paper, and browsers that are not asked. */
function Fallbacks(props: SecurityProps) {
  const { recovery, trusted } = messages(props.c.var.locale).security;
  const { recoveryCodes, trusted: count } = props.protection;
  return (
    <section class="card">
      <SecurityForm {...props}>
        <div class="step">
          <h2>{recovery.title}</h2>
          <p>
            {recovery.left(recoveryCodes)} {recovery.about}
          </p>
          <button type="submit" name="recovery_codes" value="renew" class="quiet">
            {recovery.renew}
          </button>
        </div>
        <div class="step">
          <h2>{trusted.title}</h2>
          <p>{count > 0 ? trusted.count(count) : trusted.none}</p>
          {count > 0 && (
            <button type="submit" name="trusted_browsers" value="forget" class="quiet">
              {trusted.forget}
            </button>
          )}
        </div>
      </SecurityForm>
    </section>
  );
}
