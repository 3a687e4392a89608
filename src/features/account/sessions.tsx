import { messages } from "../../i18n/messages.ts";
import { describeUserAgent } from "../../identity/user-agent.ts";
import type { Session } from "../../storage/port/sessions.ts";
import { ltr } from "../../ui/ltr.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { act } from "../../web/act.ts";
import { askAgain } from "../../web/ask-again.ts";
import { type Account, signOut } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { Moment } from "../../web/moment.tsx";
import { accountPage } from "./frame.tsx";
import { backTo } from "./with-account.ts";

/** The person's sign-ins whose browser's cookie still works, most recently active first. */
async function liveSessions(c: AppContext, userId: number): Promise<readonly Session[]> {
  const { storage, clock } = c.var.site;
  const { sessions } = storage.committed;
  const found = await sessions.listByUser(userId);
  const browsers = await Promise.all(found.map(({ browserId }) => sessions.findBrowser(browserId)));
  return found.filter((_, index) => (browsers[index]?.expiresAt ?? 0) > clock());
}

export async function showSessions(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).account.sessions;
  const live = await liveSessions(c, account.user.id);
  return accountPage(
    c,
    account,
    { tab: "sessions", title: t.title },
    <section class="card">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <form method="post" action="/account/sessions">
        <AccountFields c={c} account={account} />
        <ul class="plain">
          {live.map((session) => (
            <SessionItem c={c} session={session} current={session.id === account.session.id} />
          ))}
        </ul>
        {live.length > 1 && (
          <button type="submit" name="others" value="all" class="danger">
            {t.endOthers}
          </button>
        )}
      </form>
    </section>,
  );
}

function SessionItem(props: {
  readonly c: AppContext;
  readonly session: Session;
  readonly current: boolean;
}) {
  const { c, session, current } = props;
  const t = messages(c.var.locale).account.sessions;
  const { browser, device } = describeUserAgent(session.userAgent);
  return (
    <li>
      <h2>{t.device(browser ?? t.unknownBrowser, device ?? t.unknownDevice)}</h2>
      {current && <p class="tag">{t.thisOne}</p>}
      <dl class="facts row">
        <div>
          <dt>{t.address}</dt>
          <dd>{ltr(session.ip)}</dd>
        </div>
        <div>
          <dt>{t.since}</dt>
          <dd>
            <Moment c={c} at={session.createdAt} />
          </dd>
        </div>
        <div>
          <dt>{t.lastActive}</dt>
          <dd>
            <Moment c={c} at={session.lastActiveAt} />
          </dd>
        </div>
      </dl>
      <button type="submit" name="session" value={session.id} class="quiet">
        {t.end}
      </button>
    </li>
  );
}

/** Ends one sign-in or all others; asks for the password when the last proof is old. */
export async function endSessions(c: AppContext, account: Account, form: SubmittedForm): Promise<Response> {
  const { storage } = c.var.site;
  const { user, session } = account;
  if (form.stale) return backTo(c, "sessions", "stale");
  const question = askAgain(c, account, "sessions");
  if (question) return question;
  if (form.get("others") === "all") {
    await act(c, account, ({ sessions }) => sessions.endAll(user.id, session.id));
    return backTo(c, "sessions", "sessions_ended");
  }
  const own = await storage.committed.sessions.listByUser(user.id);
  const wanted = own.find(({ id }) => id === form.get("session"));
  if (wanted) await signOut(c, [wanted.id]);
  return backTo(c, "sessions", "session_ended");
}
