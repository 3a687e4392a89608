import { messages } from "../../i18n/messages.ts";
import { removePerson } from "../../identity/remove-person.ts";
import { isAtLeast } from "../../identity/role.ts";
import { isFreshlyProven } from "../../identity/session.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { User } from "../../storage/port/users.ts";
import { Checkbox, Notice, QuietLink } from "../../ui/form.tsx";
import { AccountFields } from "../../web/account-fields.tsx";
import { act } from "../../web/act.ts";
import { askAgain } from "../../web/ask-again.ts";
import { auditPage } from "../../web/audit.ts";
import { type Account, signedInAccounts, signOut } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import { queueNotice } from "../../web/notice.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { removeApplications } from "../../web/remove-applications.ts";
import { accountPage } from "./frame.tsx";
import { backTo } from "./with-account.ts";

export interface DeletionDependencies {
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

/** Names of so many applications are shown; all go. */
const shownApplications = 20;

type Problem = "unticked" | "administrator";

/** Whoever could leave the service without anybody to run it gives that up first. */
function problemOf({ user }: Pick<Account, "user">): Problem | undefined {
  return isAtLeast(user.role, "admin") ? "administrator" : undefined;
}

export async function showDeletion(c: AppContext, account: Account): Promise<Response> {
  return askAgain(c, account, "delete_account") ?? deletionPage(c, account, problemOf(account));
}

async function deletionPage(c: AppContext, account: Account, problem?: Problem, status = 200) {
  const { deletion: t } = messages(c.var.locale).account;
  const { clients } = c.var.site.storage.committed;
  const owned = await clients.page({ ownerId: account.user.id }, shownApplications + 1);
  return accountPage(
    c,
    account,
    { tab: "account", title: t.title, status },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {problem && <Notice kind="warning">{t.problems[problem]}</Notice>}
      <ul>
        {Object.values(t.goes).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {owned.length > 0 && <Applications owned={owned} lead={t.applications} more={t.more} />}
      <p>{t.stays}</p>
      <p>
        <a href="/account/data">{t.dataFirst}</a>
      </p>
      {problem !== "administrator" && (
        <form method="post" action="/account/delete">
          <AccountFields c={c} account={account} />
          <Checkbox name="understood" label={t.understood} required />
          <div class="actions">
            <button type="submit" class="danger">
              {t.submit}
            </button>
            <QuietLink href="/account">{t.cancel}</QuietLink>
          </div>
        </form>
      )}
    </section>,
  );
}

function Applications(props: {
  readonly owned: readonly Client[];
  readonly lead: string;
  readonly more: string;
}) {
  return (
    <>
      <p>{props.lead}</p>
      <ul>
        {props.owned.slice(0, shownApplications).map(({ name }) => (
          <li>{name}</li>
        ))}
        {props.owned.length > shownApplications && <li>{props.more}</li>}
      </ul>
    </>
  );
}

/** Looked at once more in each unit: a role may have been given since the page was asked for. */
async function mayGo(c: AppContext, { session }: Account, { sessions }: Repositories, user: User) {
  const proof = await sessions.find(session.id);
  return proof !== undefined && isFreshlyProven(proof, c.var.site.clock()) && !problemOf({ user });
}

/** The applications first, and bit by bit: their tokens may be many. */
async function remove(c: AppContext, account: Account): Promise<boolean> {
  const { storage, clock } = c.var.site;
  if (!(await act(c, account, (all, user) => mayGo(c, account, all, user)))) return false;
  const gone = (all: Repositories, { id, name }: Client) =>
    auditPage(c, all, account, {
      action: "client.deleted",
      target: { kind: "client", id },
      details: { name },
    });
  await removeApplications(storage, account.user.id, { disabled: { status: "disabled" }, gone });
  return act(c, account, async (all, user) => {
    if (!(await mayGo(c, account, all, user))) return false;
    await queueNotice(all, c, user, "account_deleted");
    for (const client of (await removePerson(all, user.id, clock())) ?? []) await gone(all, client);
    await auditPage(c, all, account, {
      action: "user.deleted",
      target: { kind: "user", id: String(user.id) },
    });
    return true;
  });
}

/** Deletes the account of whoever is signed in. There is no way back: nothing is kept to go back to. */
export async function deleteAccount(
  c: AppContext,
  deps: DeletionDependencies,
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  if (form.stale) return backTo(c, "delete_account", "stale");
  const question = askAgain(c, account, "delete_account");
  if (question) return question;
  const problem = problemOf(account) ?? (form.has("understood") ? undefined : "unticked");
  if (problem) return deletionPage(c, account, problem, problemStatus);
  if (!(await remove(c, account))) return backTo(c, "delete_account", "stale");
  deps.mailQueued();
  c.var.site.whatsapp?.queued();
  await signOut(c, []);
  const others = await signedInAccounts(c);
  return c.redirect(`${others.length > 0 ? "/account" : "/"}?status=account_deleted`, 303);
}
