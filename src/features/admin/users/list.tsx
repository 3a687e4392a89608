import { messages } from "../../../i18n/messages.ts";
import { type Role, roles, type User } from "../../../storage/port/users.ts";
import { Filter } from "../../../ui/filter.tsx";
import { ltr } from "../../../ui/ltr.tsx";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { placeAsked } from "../../../web/cursor.ts";
import { Pager } from "../../../web/pager.tsx";
import { adminPage } from "../frame.tsx";
import { findUsers, listName, longestSearch, searchText, shows } from "./find.ts";

const pageSize = 20;

/** People by the beginning of their name, username, address or number; highest number first where nothing is looked for. */
export async function showUsers(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).adminUsers;
  const text = searchText(c.req.query("q"));
  const show = shows.find((name) => name === c.req.query("show")) ?? "all";
  const list = listName({ text, show });
  const { users } = c.var.site.storage.committed;
  const found = await findUsers(users, { text, show }, pageSize, placeAsked(c, list));
  return adminPage(
    c,
    account,
    { tab: "users", title: t.title, keep: ["q", "show", "after"] },
    <section class="card">
      <div class="heading">
        <h1>{t.title}</h1>
        <a class="button quiet" href="/admin/users/new">
          {t.create.title}
        </a>
      </div>
      <search>
        <form method="get" action="/admin/users" class="search">
          <label for="q">{t.search}</label>
          <input type="search" id="q" name="q" value={text} maxlength={longestSearch} autocomplete="off" />
          <button type="submit">{t.find}</button>
        </form>
      </search>
      <Filter
        label={t.filter}
        path="/admin/users"
        name="show"
        current={text === "" ? show : ""}
        choices={shows.map((name) => [name, t.shows[name]] as const)}
      />
      {found.users.length === 0 && <p>{t.none}</p>}
      <ul class="rows">
        {found.users.map((user) => (
          <UserRow c={c} user={user} />
        ))}
      </ul>
      <Pager c={c} list={list} filter={text === "" ? { show } : { q: text }} next={found.next} />
    </section>,
  );
}

function UserRow({ c, user }: { readonly c: AppContext; readonly user: User }) {
  const known = [user.email, user.phoneNumber, user.username].filter((value) => value !== null);
  return (
    <li>
      <div>
        <h2>
          <a href={`/admin/users/${user.id}`}>
            <bdi>{user.name}</bdi>
          </a>
        </h2>
        <p class="muted">{ltr([user.id, ...known].join(" · "))}</p>
      </div>
      <UserTags c={c} user={user} />
    </li>
  );
}

const notable: readonly Role[] = roles.filter((role) => role !== "user");

/** What is not as with most people. */
export function UserTags({ c, user }: { readonly c: AppContext; readonly user: User }) {
  const t = messages(c.var.locale).adminUsers;
  if (user.role === "user" && user.status === "active") return null;
  return (
    <p class="tags">
      {notable.includes(user.role) && <span class="tag">{t.roles[user.role]}</span>}
      {user.status === "disabled" && <span class="tag danger">{t.disabled}</span>}
    </p>
  );
}
