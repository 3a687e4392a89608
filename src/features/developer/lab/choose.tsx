import { messages } from "../../../i18n/messages.ts";
import type { Client } from "../../../storage/port/clients.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import { listPage, pathOf } from "../frame.tsx";
import { pathOfError } from "./error.page.tsx";
import { errorNamed } from "./known-error.ts";

/** The newest ones are looked at: whoever has more finds the others in the list. */
const lookedAt = 100;

/** Where the error reference leads: straight to the error of one's only test application, else to a choice. */
export async function chooseApplication(c: AppContext, { user, ...account }: Account): Promise<Response> {
  const own = await c.var.site.storage.committed.clients.page({ ownerId: user.id }, lookedAt);
  const error = errorNamed(c.req.query("error"));
  const href = (client: Client) => (error ? pathOfError(client, error) : pathOf(client, "/lab"));
  const [first, ...others] = own.filter(({ test }) => test);
  if (first && others.length === 0) return c.redirect(href(first), 302);
  const offered = first ? [first, ...others] : own;
  const t = messages(c.var.locale).lab.choose;
  return listPage(
    c,
    { user, ...account },
    { tab: "list", title: t.title, keep: ["error"] },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{first ? t.several : t.none}</p>
      <ul class="rows">
        {offered.map((client) => (
          <li>
            <a href={first ? href(client) : pathOf(client, "/lab")}>{client.name}</a>
          </li>
        ))}
      </ul>
      {offered.length === 0 && (
        <p>
          <a class="button" href="/developer/new">
            {t.register}
          </a>
        </p>
      )}
    </section>,
  );
}
