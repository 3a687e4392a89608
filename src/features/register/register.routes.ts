import { Hono } from "hono";
import { apiError, CatalogueError } from "../../errors/catalogue-error.ts";
import { messages } from "../../i18n/messages.ts";
import type { Passwords } from "../../identity/password.ts";
import { deliveryProblem } from "../../web/code-delivery.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import type { Advance } from "../../web/enter.ts";
import { renderErrorPage } from "../../web/error-page.tsx";
import { readForm, type SubmittedForm } from "../../web/form.tsx";
import { countHitByIp, countMail } from "../../web/limit.ts";
import { openLink } from "../../web/mailed-link.ts";
import { type CodeProblem, closedCode } from "../../web/one-time-code.ts";
import { interactionId } from "../../web/own-interaction.ts";
import { problemStatus } from "../../web/problem-status.ts";
import { countCode, strangersCounters } from "../../web/send-code.ts";
import { readWanted } from "../../web/wanted.ts";
import { beginRegistration } from "./begin.ts";
import { beginByNumber } from "./begin-by-number.ts";
import { complete } from "./complete.ts";
import { confirmPage } from "./confirm.page.tsx";
import { newcomerRoutes } from "./newcomer.routes.tsx";
import { pendingOf } from "./pending.ts";
import { type RegisterView, registerPage } from "./register.page.tsx";
import { verifyPage } from "./verify.page.tsx";
import { ownRegistration, type Registration, tryRegistrationCode } from "./verify.ts";
import { verifyNumberPage } from "./verify-number.page.tsx";
import { readWantedByNumber, wayOf } from "./wanted-by-number.ts";

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
      if (!own) return deadLink(c, apiError("resource_not_found", "code_request_unknown"));
      return showVerify(c, own, closedCode(c, own.challenge));
    })
    .post("/register/verify", (c) => verify(c, deps))
    .route("/", newcomerRoutes(deps.advance))
    .get("/register/confirm", (c) => confirm(c, deps))
    .post("/register/confirm", (c) => confirm(c, deps));
}

async function begin(c: AppContext, deps: RegisterDeps): Promise<Response> {
  const form = await readForm(c);
  const interaction = interactionId(c.req.query("interaction"));
  const way = wayOf(c, form);
  const view: RegisterView = {
    interactionId: interaction,
    name: form.get("name"),
    email: form.get("email"),
    phoneNumber: form.get("phone_number"),
    way,
  };
  if (form.stale) return registerPage(c, { ...view, stale: true, status: problemStatus });
  return way === "email" ? beginByMail(c, deps, form, view) : beginWithNumber(c, deps, form, view);
}

async function beginByMail(c: AppContext, deps: RegisterDeps, form: SubmittedForm, view: RegisterView) {
  const wanted = readWanted(form);
  if ("problems" in wanted) return registerPage(c, { ...view, ...wanted, status: problemStatus });
  await countHitByIp(c, "registration_by_ip");
  await countMail(c, wanted.email);
  const refusal = await countCode(c, strangersCounters(c, wanted.email));
  if (refusal) return registerPage(c, { ...view, error: refusal });
  const registration = await beginRegistration(c, deps.passwords, wanted, view.interactionId ?? null);
  deps.mailQueued();
  return c.redirect(`/register/verify?registration=${registration}`, 303);
}

async function beginWithNumber(c: AppContext, deps: RegisterDeps, form: SubmittedForm, view: RegisterView) {
  const wanted = readWantedByNumber(form);
  if ("problems" in wanted) return registerPage(c, { ...view, ...wanted, status: problemStatus });
  await countHitByIp(c, "registration_by_ip");
  const begun = await beginByNumber(c, deps.passwords, wanted, view.interactionId ?? null);
  if (begun instanceof CatalogueError) return registerPage(c, { ...view, error: begun });
  return c.redirect(`/register/verify?registration=${begun.id}`, 303);
}

async function showVerify(c: AppContext, own: Registration, problem?: CodeProblem | "taken") {
  const { challenge, payload } = own;
  if (payload.phoneNumber === undefined) return verifyPage(c, challenge.id, payload, problem);
  const error = await deliveryProblem(c, payload);
  return verifyNumberPage(c, own, { problem: problem === "taken" ? "spent" : problem, error });
}

async function verify(c: AppContext, deps: RegisterDeps): Promise<Response> {
  const form = await readForm(c);
  const own = await ownRegistration(c);
  if (!own) return deadLink(c, apiError("resource_not_found", "code_request_unknown"));
  const over = closedCode(c, own.challenge);
  if (over) return showVerify(c, own, over);
  if (form.stale) return showVerify(c, own, "stale");
  const problem = await tryRegistrationCode(c, own, form.get("code") ?? "");
  if (problem) return showVerify(c, own, problem);
  const answer = await complete(c, deps.advance, own.challenge);
  return answer instanceof Response ? answer : showVerify(c, own, answer === "used" ? "spent" : "taken");
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
  const answer = await complete(c, deps.advance, challenge);
  return answer instanceof Response ? answer : deadLink(c, apiError("resource_not_found", "link_used"));
}

function deadLink(c: AppContext, error: CatalogueError): Response | Promise<Response> {
  const label = messages(c.var.locale).register.again;
  return renderErrorPage(c, error, { wayOn: { href: "/register", label } });
}
