import { messages } from "../../../i18n/messages.ts";
import { profileLimits } from "../../../identity/profile.ts";
import { roles } from "../../../storage/port/users.ts";
import { Field, Notice, Select } from "../../../ui/form.tsx";
import { AccountFields } from "../../../web/account-fields.tsx";
import { askAgain } from "../../../web/ask-again.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { problemStatus } from "../../../web/problem-status.ts";
import { performOnPage } from "../acts/act.ts";
import { createUser, takenField } from "../acts/create-user.ts";
import { adminPage } from "../frame.tsx";

const fields = ["name", "email", "phone_number", "username", "role"] as const;
type FieldName = (typeof fields)[number];
type Typed = { readonly [F in FieldName]?: string | undefined };

interface View {
  readonly typed: Typed;
  /** By field: the name of what is wrong, one of the texts of `problems`. */
  readonly problems?: ReadonlyMap<string, string>;
  readonly stale?: boolean;
}

export function showNewUser(c: AppContext, account: Account): Response | Promise<Response> {
  return askAgain(c, account, "new_user") ?? newUserPage(c, account, { typed: {} });
}

export async function makeUser(
  c: AppContext,
  { mailQueued }: { readonly mailQueued: () => void },
  account: Account,
  form: SubmittedForm,
): Promise<Response> {
  const typed: Typed = Object.fromEntries(fields.map((name) => [name, form.get(name)]));
  if (form.stale) return newUserPage(c, account, { typed, stale: true });
  // Absent, not undefined: what the schema calls optional.
  const given = Object.entries({ ...typed, name: typed.name ?? "" }).filter(([, value]) => value);
  const read = createUser.input.safeParse({ name: "", ...Object.fromEntries(given) });
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    return newUserPage(c, account, { typed, problems: new Map(problems) });
  }
  const made = await performOnPage(c, account, createUser, read.data, "new_user");
  if (made instanceof Response) return made;
  if ("taken" in made)
    return newUserPage(c, account, { typed, problems: new Map([[takenField[made.taken], "taken"]]) });
  mailQueued();
  return c.redirect(`/admin/users/${made.id}?status=user_created`, 303);
}

function problemText(c: AppContext, view: View, field: FieldName): string | undefined {
  const { problems } = messages(c.var.locale).adminUsers.create;
  const name = view.problems?.get(field);
  if (name === undefined) return undefined;
  return Object.hasOwn(problems, name) ? problems[name as keyof typeof problems] : problems.characters;
}

function newUserPage(c: AppContext, account: Account, view: View): Response | Promise<Response> {
  const { adminUsers, profile, areas } = messages(c.var.locale);
  const t = adminUsers.create;
  const { typed } = view;
  const problem = (field: FieldName) => problemText(c, view, field);
  const isRefused = view.stale === true || view.problems !== undefined;
  return adminPage(
    c,
    account,
    { tab: "users", title: t.title, status: isRefused ? problemStatus : 200 },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {view.stale && <Notice kind="warning">{areas.status.stale}</Notice>}
      <form method="post" action="/admin/users/new">
        <AccountFields c={c} account={account} />
        <Field
          name="name"
          label={profile.name}
          value={typed.name}
          required
          maxlength={profileLimits.name}
          autocomplete="off"
          problem={problem("name")}
        />
        <Field
          name="email"
          label={profile.email}
          value={typed.email}
          type="email"
          autocomplete="off"
          help={t.emailHelp}
          problem={problem("email")}
        />
        {c.var.site.whatsapp && (
          <Field
            name="phone_number"
            label={profile.phone_number}
            value={typed.phone_number}
            type="tel"
            autocomplete="off"
            help={t.numberHelp}
            problem={problem("phone_number")}
          />
        )}
        <Field
          name="username"
          label={profile.username}
          value={typed.username}
          autocomplete="off"
          help={t.usernameHelp}
          problem={problem("username")}
        />
        {account.user.role === "super-admin" && (
          <Select
            name="role"
            label={adminUsers.role}
            value={typed.role ?? "user"}
            options={roles.map((role) => [role, adminUsers.roles[role]] as const)}
          />
        )}
        <button type="submit">{t.submit}</button>
      </form>
    </section>,
  );
}
