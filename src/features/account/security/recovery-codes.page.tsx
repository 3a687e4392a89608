import { messages } from "../../../i18n/messages.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { accountPage } from "../frame.tsx";

/** The answer to the form that made the codes: no address shows them again. */
export function recoveryCodesPage(c: AppContext, account: Account, codes: readonly string[]) {
  const t = messages(c.var.locale).security.recovery.shown;
  return accountPage(
    c,
    account,
    { tab: "security", title: t.title },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ol class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>{t.about}</p>
      <p>
        <a class="button" href="/account/security">
          {t.done}
        </a>
      </p>
    </section>,
  );
}
