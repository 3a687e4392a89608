import { Hono } from "hono";
import { apiError, CatalogueError } from "../../errors/catalogue-error.ts";
import { messages } from "../../i18n/messages.ts";
import type { Passwords } from "../../identity/password.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { type Advance, enter } from "../../web/enter.ts";
import { renderErrorPage } from "../../web/error-page.tsx";
import { readForm } from "../../web/form.tsx";
import { countHitByIp, countMail } from "../../web/limit.ts";
import { openLink } from "../../web/mailed-link.ts";
import { interactionId } from "../../web/own-interaction.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { readWanted } from "../../web/wanted.ts";
import { beginRegistration } from "./begin.ts";
import { openAccount } from "./complete.ts";
import { confirmPage } from "./confirm.page.tsx";
import { pendingOf } from "./pending.ts";
import { registerPage } from "./register.page.tsx";
import { verifyPage } from "./verify.page.tsx";
import { closed, ownRegistration, tryCode } from "./verify.ts";

export interface RegisterDeps {
  /** False: nobody can register (`REGISTRATION=off`). */
  readonly registration: boolean;
  readonly passwords: Passwords;
  readonly advance: Advance;
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

/** Passwords that may be tried with one link; the code's own attempts count too. */
const linkAttempts = 10;

/** Registration by e-mail: a form, then a code or a link from the mail. */
export function registerRoutes(deps: RegisterDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const path of ["/register", "/register/*"]) {
    app.use(path, async (_c, next) => {
      if (!deps.registration) throw apiError("permission_denied", "registration_closed");
      await next();
    });
  }
  return app
    .get("/register", (c) => registerPage(c, { interactionId: interactionId(c.req.query("interaction")) }))
    .post("/register", (c) => begin(c, deps))
    .get("/register/verify", async (c) => {
      const own = await ownRegistration(c);
      if (!own) return deadLink(c, apiError("resource_not_found", "link_unknown"));
      return verifyPage(c, own.challenge.id, own.pending, closed(c, own.challenge));
    })
    .post("/register/verify", (c) => verify(c, deps))
    .get("/register/confirm", (c) => confirm(c, deps))
    .post("/register/confirm", (c) => confirm(c, deps));
}

async function begin(c: AppContext, deps: RegisterDeps): Promise<Response> {
  const form = await readForm(c);
  const interaction = interactionId(c.req.query("interaction"));
  const typed = { interactionId: interaction, name: form.get("name"), email: form.get("email") };
  if (form.stale) return registerPage(c, { ...typed, stale: true, status: problemStatus });
  const wanted = readWanted(form);
  if ("problems" in wanted) return registerPage(c, { ...typed, ...wanted, status: problemStatus });
  await countHitByIp(c, "registration_by_ip");
  await countMail(c, wanted.email);
  const registration = await beginRegistration(c, deps.passwords, wanted, interaction ?? null);
  deps.mailQueued();
  return c.redirect(`/register/verify?registration=${registration}`, 303);
}

async function verify(c: AppContext, deps: RegisterDeps): Promise<Response> {
  const form = await readForm(c);
  const own = await ownRegistration(c);
  if (!own) return deadLink(c, apiError("resource_not_found", "link_unknown"));
  const { challenge, pending } = own;
  const again = (problem: Parameters<typeof verifyPage>[3]) => verifyPage(c, challenge.id, pending, problem);
  const over = closed(c, challenge);
  if (over) return again(over);
  if (form.stale) return again("stale");
  const problem = await tryCode(c, challenge, form.get("code") ?? "");
  if (problem) return again(problem);
  const opened = await openAccount(c, challenge);
  if (typeof opened === "string") return again(opened === "used" ? "spent" : "taken");
  return (await enter(c, deps.advance, opened.userId, pending)) ?? again("taken");
}

/** GET shows the form and changes nothing; POST opens the account. */
async function confirm(c: AppContext, deps: RegisterDeps): Promise<Response> {
  const form = c.req.method === "POST" ? await readForm(c) : undefined;
  const token = c.req.query("token") ?? "";
  const challenge = await openLink(c, "register", token);
  if (challenge instanceof CatalogueError) return deadLink(c, challenge);
  const pending = pendingOf(challenge);
  if (!form || form.stale) return confirmPage(c, token, pending, form && "stale");
  const { storage } = c.var.site;
  const counted = await storage.write(({ challenges }) => challenges.attempt(challenge.id, linkAttempts));
  if (!counted) return deadLink(c, apiError("resource_not_found", "link_used"));
  const right = await deps.passwords.verify(pending.passwordHash, form.get("password") ?? "");
  if (!right) return confirmPage(c, token, pending, "wrong");
  const opened = await openAccount(c, challenge);
  if (typeof opened === "string") return deadLink(c, apiError("resource_not_found", "link_used"));
  const answer = await enter(c, deps.advance, opened.userId, pending);
  return answer ?? deadLink(c, apiError("resource_not_found", "link_used"));
}

function deadLink(c: AppContext, error: CatalogueError): Response | Promise<Response> {
  const label = messages(c.var.locale).register.again;
  return renderErrorPage(c, error, { wayOn: { href: "/register", label } });
}
