import { Hono } from "hono";
import { messages } from "../../i18n/messages.ts";
import { Notice } from "../../ui/form.tsx";
import { currentAccount } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { renderPage } from "../../web/page.tsx";
import { statusOf } from "../../web/status.ts";

function welcomePage(c: AppContext) {
  const { home: t, signIn } = messages(c.var.locale);
  const said = statusOf({ signed_out: signIn.signedOut, account_deleted: t.deleted }, c.req.query("status"));
  return renderPage(
    c,
    { title: t.title(c.var.site.name) },
    <section class="card">
      <h1>{t.title(c.var.site.name)}</h1>
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      <p class="lead">{t.lead}</p>
      <div class="actions stacked">
        <a class="button" href="/login">
          {t.signIn}
        </a>
        {c.var.site.registration && (
          <a class="button quiet" href="/register">
            {t.register}
          </a>
        )}
      </div>
    </section>,
  );
}

/** `/` is the account for whoever is signed in; `/dashboard` is where older links to the developer portal point. */
export function homeRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (c) => ((await currentAccount(c)) ? c.redirect("/account", 302) : welcomePage(c)))
    .get("/dashboard", (c) => c.redirect("/developer", 302));
}
