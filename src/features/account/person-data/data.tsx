import { messages } from "../../../i18n/messages.ts";
import { AccountFields } from "../../../web/account-fields.tsx";
import { act } from "../../../web/act.ts";
import { askAgain } from "../../../web/ask-again.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { countHit } from "../../../web/limit.ts";
import { queueNotice } from "../../../web/notice.ts";
import { accountPage } from "../frame.tsx";
import { backTo } from "../with-account.ts";
import { dataFile } from "./data-file.ts";

export interface DataDependencies {
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

export async function showData(c: AppContext, account: Account): Promise<Response> {
  const question = askAgain(c, account, "data");
  if (question) return question;
  const { data: t } = messages(c.var.locale).account;
  return accountPage(
    c,
    account,
    { tab: "account", title: t.download },
    <section class="card">
      <h1>{t.download}</h1>
      <p class="lead">{t.lead}</p>
      <p>{t.without}</p>
      <form method="post" action="/account/data">
        <AccountFields c={c} account={account} />
        <button type="submit">{t.submit}</button>
      </form>
    </section>,
  );
}

/** Everything that is held about whoever is signed in, as a file. They are told: whoever has it knows much about them. */
export async function downloadData(
  c: AppContext,
  deps: DataDependencies,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  if (form.stale) return backTo(c, "data", "stale");
  const question = askAgain(c, account, "data");
  if (question) return question;
  const userId = account.user.id;
  await countHit(c, "data_download_by_user", String(userId));
  await act(c, account, (all, user) => queueNotice(all, c, user, "data_downloaded"));
  deps.mailQueued();
  c.var.site.whatsapp?.queued();
  const { issuer, clock, storage } = c.var.site;
  const at = new Date(clock()).toISOString();
  const pieces = ReadableStream.from(dataFile(storage.committed.personData, { issuer, userId, at }));
  return c.body(pieces.pipeThrough(new TextEncoderStream()), 200, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": `attachment; filename="account-${userId}.json"`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
}
