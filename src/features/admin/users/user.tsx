import type { Child } from "hono/jsx";
import { apiError } from "../../../errors/catalogue-error.ts";
import { messages } from "../../../i18n/messages.ts";
import { mayAdminister } from "../../../identity/role.ts";
import { describeUserAgent } from "../../../identity/user-agent.ts";
import type { Session } from "../../../storage/port/sessions.ts";
import { roles, type User } from "../../../storage/port/users.ts";
import { Fact, Facts } from "../../../ui/facts.tsx";
import { Select } from "../../../ui/form.tsx";
import { ltr } from "../../../ui/ltr.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import { ApplicationRows } from "../../../web/application-rows.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { Moment } from "../../../web/moment.tsx";
import { adminPage } from "../frame.tsx";
import { historyOf } from "../history.tsx";
import { UserTags } from "./list.tsx";

/** How many sign-ins and applications are shown. */
const atMost = 20;

/** The number in the address; undefined for what cannot be one. */
export function userIdOf(c: AppContext): number | undefined {
  const text = c.req.param("id") ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** The person of the address. Throws `user_unknown`. */
export async function knownUser(c: AppContext): Promise<User> {
  const id = userIdOf(c);
  const user = id === undefined ? undefined : await c.var.site.storage.committed.users.find(id);
  if (!user) throw apiError("resource_not_found", "user_unknown");
  return user;
}

export async function showUser(c: AppContext, account: Account): Promise<Response> {
  const user = await knownUser(c);
  const { clients, sessions } = c.var.site.storage.committed;
  const t = messages(c.var.locale).adminUsers;
  const signIns = (await sessions.listByUser(user.id)).slice(0, atMost);
  const owned = await clients.page({ ownerId: user.id }, atMost);
  return adminPage(
    c,
    account,
    { tab: "users", title: user.name, keep: ["after"] },
    <>
      <section class="card">
        <div class="heading">
          <h1>
            <bdi>{user.name}</bdi>
          </h1>
          <UserTags c={c} user={user} />
        </div>
        {await userFacts(c, user)}
        <Acts c={c} account={account} user={user} />
      </section>
      <RoleForm c={c} account={account} user={user} />
      <Section title={t.sessions.title}>
        {signIns.length === 0 && <p class="muted">{t.sessions.none}</p>}
        <ul class="rows">
          {signIns.map((session) => (
            <SignIn c={c} session={session} />
          ))}
        </ul>
      </Section>
      {owned.length > 0 && (
        <Section title={t.applications}>
          <ApplicationRows c={c} clients={owned} href={({ id }) => `/admin/applications/${id}`} />
        </Section>
      )}
      {await historyOf(c, { kind: "user", id: String(user.id) }, t.history)}
    </>,
  );
}

function Section({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <section class="card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

async function userFacts(c: AppContext, user: User) {
  const { factors, passkeys } = c.var.site.storage.committed;
  const { adminUsers: t, profile } = messages(c.var.locale);
  const kinds = (await factors.list(user.id)).map(({ kind }) => t.factors[kind]);
  const keys = (await passkeys.list(user.id)).length;
  const proven = user.emailVerifiedAt === null ? t.notProven : t.proven;
  return (
    <Facts row>
      <Fact label={t.number}>{user.id}</Fact>
      <Fact label={profile.email}>
        {user.email === null ? (
          t.nothing
        ) : (
          <>
            {ltr(user.email)} ({proven})
          </>
        )}
      </Fact>
      <Fact label={profile.phone_number}>{ltr(user.phoneNumber) ?? t.nothing}</Fact>
      <Fact label={profile.username}>{ltr(user.username) ?? t.nothing}</Fact>
      <Fact label={t.password}>{user.passwordHash === null ? t.nothing : t.there}</Fact>
      <Fact label={t.secondStep}>{kinds.length === 0 ? t.nothing : kinds.join(", ")}</Fact>
      <Fact label={t.passkeys}>{keys}</Fact>
      <Fact label={t.since}>
        <Moment c={c} at={user.createdAt} />
      </Fact>
    </Facts>
  );
}

interface ActsProps {
  readonly c: AppContext;
  readonly account: Account;
  readonly user: User;
}

/** What may be done to this account by this administrator; why nothing may, where that is so. */
function Acts({ c, account, user }: ActsProps) {
  const t = messages(c.var.locale).adminUsers;
  if (user.id === account.user.id) {
    return (
      <p class="muted">
        {t.own} <a href="/account/security">{t.ownLink}</a>
      </p>
    );
  }
  if (!mayAdminister(account.user.role, user.role)) return <p class="muted">{t.onlySuperAdmin}</p>;
  return (
    <form method="post" action={`/admin/users/${user.id}`}>
      <AccountFields c={c} account={account} />
      <div class="actions">
        {user.status === "disabled" && (
          <button type="submit" name="act" value="enable">
            {t.acts.enable}
          </button>
        )}
        <button type="submit" name="act" value="end_sessions" class="quiet">
          {t.acts.end_sessions}
        </button>
        <button type="submit" name="act" value="reset_factors" class="danger">
          {t.acts.reset_factors}
        </button>
        {user.status === "active" && (
          <button type="submit" name="act" value="disable" class="danger">
            {t.acts.disable}
          </button>
        )}
      </div>
      <p class="help">{t.actsHelp}</p>
    </form>
  );
}

function RoleForm({ c, account, user }: ActsProps) {
  const t = messages(c.var.locale).adminUsers;
  if (account.user.role !== "super-admin") return null;
  return (
    <section class="card">
      <form method="post" action={`/admin/users/${user.id}/role`}>
        <AccountFields c={c} account={account} />
        <Select
          name="role"
          label={t.role}
          value={user.role}
          help={t.roleHelp}
          options={roles.map((role) => [role, t.roles[role]] as const)}
        />
        <button type="submit">{t.setRole}</button>
      </form>
    </section>
  );
}

function SignIn({ c, session }: { readonly c: AppContext; readonly session: Session }) {
  const { adminUsers: t, account } = messages(c.var.locale);
  const { browser, device } = describeUserAgent(session.userAgent);
  const { sessions } = account;
  return (
    <li>
      <div>
        <h3>{sessions.device(browser ?? sessions.unknownBrowser, device ?? sessions.unknownDevice)}</h3>
        <p class="muted">{ltr(session.ip)}</p>
      </div>
      <p class="muted">
        {t.sessions.active} <Moment c={c} at={session.lastActiveAt} />
      </p>
    </li>
  );
}
