import { messages } from "../../i18n/messages.ts";
import type { Candidate } from "../../protocol/authorize/next-step.ts";
import { Avatar } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { renderPage } from "../../web/page.tsx";
import { accountLabel } from "./account-label.ts";
import type { StoredFlow } from "./flow.ts";

/** The account chooser: one button for each account signed in in this browser, and one for another. */
export async function accountsPage(
  c: AppContext,
  { interaction, to }: StoredFlow,
  accounts: readonly Candidate[],
): Promise<Response> {
  const t = messages(c.var.locale).authorize;
  return renderPage(
    c,
    { title: t.chooseTitle, formTarget: to },
    <section class="card">
      <h1>{t.chooseTitle}</h1>
      <p class="lead">{t.chooseLead(to.client.name)}</p>
      <form method="post" action={`/accounts?interaction=${interaction.id}`}>
        <CsrfField c={c} />
        {accounts.map(({ user }) => (
          <button type="submit" name="account" value={String(user.id)} class="quiet account-choice">
            <Avatar name={user.name} picture={user.picture} />
            <span>
              <bdi>{user.name}</bdi>
              <br />
              <small class="muted" dir="ltr">
                {accountLabel(user)}
              </small>
            </span>
          </button>
        ))}
        <div class="actions">
          <button type="submit" name="account" value="new" class="link">
            {t.anotherAccount}
          </button>
        </div>
      </form>
    </section>,
  );
}
