import { Hono } from "hono";
import { messages } from "../../i18n/messages.ts";
import { QuietLink } from "../../ui/form.tsx";
import { type Account, signedInAccounts, signOut } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { CsrfField, readForm } from "../../web/form.tsx";
import { preferLocale } from "../../web/locale.ts";
import { renderPage } from "../../web/page.tsx";

const signedOut = "/?status=signed_out";

/** Asks first: a link or image on another site must not sign anybody out. */
function signOutPage(c: AppContext, [current, ...others]: readonly [Account, ...Account[]]) {
  const t = messages(c.var.locale).signOut;
  return renderPage(
    c,
    { title: t.title },
    <section class="card">
      <h1>{t.title}</h1>
      <p>{t.question(current.user.name)}</p>
      <p class="muted">{t.applications}</p>
      <form method="post" action="/logout">
        <CsrfField c={c} />
        <input type="hidden" name="session" value={current.session.id} />
        <div class="actions stacked">
          <button type="submit" name="accounts" value="current">
            {t.submit}
          </button>
          {others.length > 0 && (
            <button type="submit" name="accounts" value="all" class="quiet">
              {t.submitAll}
            </button>
          )}
          <QuietLink href="/account">{t.cancel}</QuietLink>
        </div>
      </form>
    </section>,
  );
}

async function confirm(c: AppContext): Promise<Response> {
  const [current, ...others] = await signedInAccounts(c);
  if (!current) return c.redirect(signedOut, c.req.method === "GET" ? 302 : 303);
  preferLocale(c, null, current.user.locale);
  return signOutPage(c, [current, ...others]);
}

async function submit(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  if (form.stale) return confirm(c);
  const accounts = await signedInAccounts(c);
  const all = form.get("accounts") === "all";
  // The session that the page named, not the one that another tab made current meanwhile.
  const meant = accounts.filter(({ session }) => all || session.id === form.get("session"));
  await signOut(
    c,
    meant.map(({ session }) => session.id),
  );
  return c.redirect(signedOut, 303);
}

export function signOutRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/logout", (c) => confirm(c)).post("/logout", (c) => submit(c));
}
