import { messages } from "../../../i18n/messages.ts";
import type { Passkey } from "../../../storage/port/passkeys.ts";
import { AccountFields } from "../../../web/account-fields.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { Moment } from "../../../web/moment.tsx";

interface PasskeyListProps {
  readonly c: AppContext;
  readonly account: Account;
  readonly passkeys: readonly Passkey[];
}

export function PasskeyList({ c, account, passkeys }: PasskeyListProps) {
  const t = messages(c.var.locale).security.passkeys;
  return (
    <section class="card">
      <h2>{t.title}</h2>
      <p>{passkeys.length > 0 ? t.lead : `${t.none} ${t.lead}`}</p>
      {passkeys.length > 0 && (
        <ul class="plain">
          {passkeys.map((passkey, index) => (
            <PasskeyItem c={c} account={account} passkey={passkey} number={index + 1} />
          ))}
        </ul>
      )}
      <p>
        <a class="button quiet" href="/account/security/passkey">
          {t.add}
        </a>
      </p>
    </section>
  );
}

interface PasskeyItemProps {
  readonly c: AppContext;
  readonly account: Account;
  readonly passkey: Passkey;
  /** Makes the ids on the page different. */
  readonly number: number;
}

function PasskeyItem({ c, account, passkey, number }: PasskeyItemProps) {
  const t = messages(c.var.locale).security.passkeys;
  const field = `passkey-${number}`;
  return (
    <li>
      <h3>
        <bdi>{passkey.name}</bdi>
      </h3>
      <p class="muted">
        {t.since} <Moment c={c} at={passkey.createdAt} /> · {t.lastUse}{" "}
        {passkey.lastUsedAt === null ? t.never : <Moment c={c} at={passkey.lastUsedAt} />}
      </p>
      <details>
        <summary>{t.change}</summary>
        <form method="post" action="/account/security/passkeys">
          <AccountFields c={c} account={account} />
          <input type="hidden" name="passkey" value={passkey.id} />
          <div class="field">
            <label for={field}>{t.name}</label>
            <input id={field} name="name" value={passkey.name} required maxlength={50} autocomplete="off" />
          </div>
          <div class="actions">
            <button type="submit" name="act" value="rename" class="quiet">
              {t.rename}
            </button>
            <button type="submit" name="act" value="remove" class="danger">
              {t.remove(passkey.name)}
            </button>
          </div>
        </form>
      </details>
    </li>
  );
}
