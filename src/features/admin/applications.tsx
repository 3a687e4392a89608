import { messages } from "../../i18n/messages.ts";
import { Filter } from "../../ui/filter.tsx";
import { ApplicationRows } from "../../web/application-rows.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { placeAsked } from "../../web/cursor.ts";
import { Pager, shownOf } from "../../web/pager.tsx";
import { adminPage } from "./frame.tsx";

const pageSize = 20;

/** Every application, or those that nobody has verified, newest first. */
export async function showApplications(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).admin.applications;
  const show = c.req.query("show") === "unverified" ? "unverified" : "all";
  const list = `all applications ${show}`;
  const place = placeAsked(c, list);
  const before = place && { createdAt: Number(place[0]), id: String(place[1]) };
  const filter = show === "unverified" ? { verified: false } : {};
  const found = await c.var.site.storage.committed.clients.page(filter, pageSize + 1, before);
  const { entries, last } = shownOf(found, pageSize);
  const choices = (["all", "unverified"] as const).map((name) => [name, t[name]] as const);
  return adminPage(
    c,
    account,
    { tab: "applications", title: t.title, keep: ["show", "after"] },
    <section class="card">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Filter label={t.filter} path="/admin/applications" name="show" current={show} choices={choices} />
      {entries.length === 0 && <p>{t.none}</p>}
      <ApplicationRows c={c} clients={entries} href={({ id }) => `/admin/applications/${id}`} />
      <Pager c={c} list={list} filter={{ show }} next={last && [last.createdAt, last.id]} />
    </section>,
  );
}
