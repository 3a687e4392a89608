import { messages } from "../../i18n/messages.ts";
import { Filter } from "../../ui/filter.tsx";
import { ApplicationRows } from "../../web/application-rows.tsx";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { placeAsked } from "../../web/cursor.ts";
import { Pager } from "../../web/pager.tsx";
import { adminPage } from "./frame.tsx";
import { applicationShows, applicationsPage } from "./lists.ts";

const pageSize = 20;

/** Every application, or those that nobody has verified, newest first. */
export async function showApplications(c: AppContext, account: Account): Promise<Response> {
  const t = messages(c.var.locale).admin.applications;
  const show = applicationShows.find((name) => name === c.req.query("show")) ?? "all";
  const list = `all applications ${show}`;
  const asked = { size: pageSize, place: placeAsked(c, list) };
  const { entries, next } = await applicationsPage(c.var.site, show, asked);
  const choices = applicationShows.map((name) => [name, t[name]] as const);
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
      <Pager c={c} list={list} filter={{ show }} next={next} />
    </section>,
  );
}
